import type { ReviewSection } from '@fbs/contract';
import { allow, type Context } from '../../context.ts';
import { changeSection, type SectionPlace } from './change-section.ts';
import { fileOf } from './read-section-file.ts';

/** Takes a file off a section's list; it stays in the store, for past days and signed versions. */
export const removeSectionFile = async (
  context: Context,
  input: SectionPlace & { readonly evidence: string },
): Promise<ReviewSection> => {
  allow(context.actor, 'write review');
  return changeSection(context, input, 'write', (_work, section) => {
    const gone = fileOf(section.files, input.evidence);
    return {
      fields: { files: section.files.filter((file) => file !== gone), clearedBy: null },
      action: 'written',
      trace: 'removed a file from a section',
    };
  });
};
