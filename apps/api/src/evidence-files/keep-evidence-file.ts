import { type EvidenceFileType, evidenceFileKinds, safeFileName } from '@fbs/core';
import { recognizeFile } from '@fbs/documents';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { Upload } from '../plugins/uploads.ts';

type Given = { readonly title?: string | undefined; readonly file?: unknown };

type KeptEvidenceFile = {
  readonly title: string;
  readonly fileName: string;
  readonly fileType: EvidenceFileType;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

const invalid = (detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer: '/file', detail }] });

/**
 * Keeps a file that is told by what it holds, under a harmless name. It is safe on the disk before a row may name it.
 * @throws DomainError invalid in a sentence that says what to send instead, unavailable where the disk takes none
 */
export const keepEvidenceFile = async (
  { files }: Pick<Context, 'files'>,
  { title = '', file }: Given,
): Promise<KeptEvidenceFile> => {
  if (!(file instanceof Upload)) throw invalid('Send the file as multipart/form-data.');
  const { name, bytes } = file;
  const fileType = recognizeFile(bytes, name);
  if (typeof fileType === 'object') throw invalid(fileType.refused);
  const fileName = safeFileName(name, fileType);
  return {
    title: title.trim() === '' ? fileName : title.trim(),
    fileName,
    fileType,
    mediaType: evidenceFileKinds[fileType].mediaType,
    size: bytes.length,
    sha256: await files.keep(bytes),
  };
};
