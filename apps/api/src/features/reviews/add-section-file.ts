import type { ReviewSection } from '@fbs/contract';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { keepEvidenceFile } from '../../evidence-files/keep-evidence-file.ts';
import { beforeStep, changeSection, type SectionPlace } from './change-section.ts';
import type { Section } from './review-work.ts';

type AddSectionFile = SectionPlace & { readonly title?: string | undefined; readonly file?: unknown };

const mostFiles = 50;

const refused = (detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer: '/file', detail }] });

const refuseWhereFull = ({ files }: Section): void => {
  if (files.length >= mostFiles) {
    throw refused(
      `A section takes up to ${mostFiles} files: remove one that is no longer needed, or link to this one.`,
    );
  }
};

/** Adds a file of evidence to a section of the review; what others have added meanwhile stays. */
export const addSectionFile = async (context: Context, input: AddSectionFile): Promise<ReviewSection> => {
  allow(context.actor, 'write review');
  // asked before the file is kept, so that nothing fills the disk that is not taken; and again in the write
  await context.database.read(async (queries) =>
    refuseWhereFull((await beforeStep(queries, context, input, 'write')).section),
  );
  const { mediaType: _mediaType, ...file } = await keepEvidenceFile(context, input);
  return changeSection(context, input, 'write', (_work, section) => {
    refuseWhereFull(section);
    const known = section.files.find(({ sha256 }) => sha256 === file.sha256);
    if (known !== undefined) throw refused(`This file is already here, as “${known.title}”.`);
    return {
      fields: { files: [...section.files, file], clearedBy: null },
      action: 'written',
      trace: 'added a file to a section',
    };
  });
};
