import { diff3Merge } from 'node-diff3';

/**
 * What two people made of one text, in one: where they wrote in different paragraphs or items, both stand. null where
 * they wrote in the same one: a person has to choose. The empty lines between paragraphs keep neighbours apart.
 */
export const mergeTexts = (before: string, mine: string, theirs: string): string | null => {
  const [a, o, b] = [mine, before, theirs].map((text) => text.split('\n'));
  const lines: string[] = [];
  for (const { ok } of diff3Merge(a ?? [], o ?? [], b ?? [], { excludeFalseConflicts: true })) {
    if (ok === undefined) return null;
    lines.push(...ok);
  }
  return lines.join('\n');
};
