import { type FileStrategy, fitStrategy, type Refusal, type StrategyFileKind } from '@fbs/core';
import { UnreadableFile } from '../imports/import-columns.ts';
import { readOutline } from './read-outline.ts';
import type { ReadStrategy } from './read-strategy.ts';
import { readStrategyJson } from './read-strategy-json.ts';
import { readStratml } from './read-stratml.ts';
import { readXml } from './xml-tree.ts';

/** A strategy as a file holds it, with every repair that it took, in sentences. */
export type StrategyFile = {
  readonly kind: StrategyFileKind;
  readonly file: FileStrategy;
  readonly repairs: readonly string[];
};

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(start)?.[1] ?? 'utf-8';
};

/** A text by what the file says of its signs; what is no UTF-8 all the same is read as Windows-1252. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The first sign of a text that is neither a blank nor the mark of its encoding. */
const firstSign = (bytes: Uint8Array): string =>
  decoded(bytes.subarray(0, 4000))
    .replace(/^[\ufeff\s\0]+/, '')
    .charAt(0);

const read = async (bytes: Uint8Array): Promise<ReadStrategy> => {
  if (bytes.length === 0) throw new UnreadableFile('This file is empty: choose the one with the strategy.');
  const sign = firstSign(bytes);
  if (sign === '<') return readStratml(readXml(decoded(bytes)));
  if (sign === '{' || sign === '[') return readStrategyJson(decoded(bytes).replace(/^\ufeff/, ''));
  return readOutline(bytes);
};

/** Reads a strategy by what a file holds, whatever its name says; what is wrong with it as a whole is one sentence. */
export const readStrategyFile = async (bytes: Uint8Array): Promise<StrategyFile | Refusal> => {
  try {
    const { kind, said, repairs } = await read(bytes);
    const fitted = fitStrategy(said);
    return 'refused' in fitted ? fitted : { kind, file: fitted.file, repairs: [...repairs, ...fitted.repairs] };
  } catch (error) {
    if (error instanceof UnreadableFile) return { refused: error.message };
    throw error;
  }
};
