import { randomUUID } from 'node:crypto';
import type { EvidencePiece } from '@fbs/contract';
import { evidenceFileKinds, safeFileName } from '@fbs/core';
import { evidenceRepository } from '@fbs/db';
import { recognizeFile } from '@fbs/documents';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { Upload } from '../../plugins/uploads.ts';
import { trace } from '../../trace.ts';
import { type EvidencePlace, loadForChange, pieceOf, presentPiece } from './evidence-work.ts';

export type AddEvidence = EvidencePlace & {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly file?: unknown;
};

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

const hasCredentials = (address: string): boolean => {
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
};

const linkFrom = ({ title = '', url = '' }: AddEvidence) => {
  if (title.trim() === '') throw invalid('/title', 'Say what the link shows.');
  if (!isWebAddress(url.trim())) {
    throw invalid(
      '/url',
      'Enter a web address that begins with http:// or https://, for example https://www.state.gov/report.',
    );
  }
  if (hasCredentials(url.trim())) {
    throw invalid(
      '/url',
      'Leave the name and password before the @ out of the address: everybody here would see them.',
    );
  }
  return { kind: 'link', title: title.trim(), url: url.trim() } as const;
};

const fileFrom = ({ title = '' }: AddEvidence, { name, bytes }: Upload) => {
  const type = recognizeFile(bytes, name);
  if (typeof type === 'object') throw invalid('/file', type.refused);
  const fileName = safeFileName(name, type);
  return {
    kind: 'file',
    title: title.trim() === '' ? fileName : title.trim(),
    fileName,
    mediaType: evidenceFileKinds[type].mediaType,
    size: bytes.length,
  } as const;
};

/** The file is safe on the disk before the row that names it is written. */
const kept = async (context: Context, input: AddEvidence) => {
  if (input.file === undefined) return linkFrom(input);
  if (!(input.file instanceof Upload)) throw invalid('/file', 'Send the file as multipart/form-data.');
  const file = fileFrom(input, input.file);
  return { ...file, sha256: await context.files.keep(input.file.bytes) };
};

/** Adds a link, or a file that is told by what it holds. */
export const addEvidence = async (context: Context, input: AddEvidence): Promise<EvidencePiece> => {
  // asked before the file is kept, so that nobody fills the disk who may not; and again in the write
  await context.database.read((queries) => loadForChange(queries, context, input));
  const content = await kept(context, input);
  return context.database.write(async (queries) => {
    const work = await loadForChange(queries, context, input);
    const { facts, indicator } = work;
    const at = context.clock();
    const row = {
      id: randomUUID(),
      strategyId: facts.strategy.id,
      indicatorId: indicator.id,
      year: input.year,
      ...content,
      personId: context.actor.id,
      at,
    };
    await evidenceRepository.addEvidence(queries, row);
    await trace(queries, context, at, {
      action: 'added evidence',
      kind: 'evidence',
      id: row.id,
      strategy: facts.strategy.id,
      before: null,
      after: row,
    });
    const rows = await evidenceRepository.listEvidence(queries, indicator.id, input.year, null);
    return presentPiece(pieceOf({ rows }, row.id));
  });
};
