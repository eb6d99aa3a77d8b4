import { move } from 'piscina';
import type { ReadImport } from './imports/import-columns.ts';
import { readImport } from './imports/read-import.ts';
import { type ImportTemplate, templateToXlsx } from './imports/write-template.ts';

/** Called by the pool in its thread. */
export const read = (bytes: Uint8Array): Promise<ReadImport> => readImport(bytes);

export const template = async (template: ImportTemplate): Promise<unknown> => move(await templateToXlsx(template));
