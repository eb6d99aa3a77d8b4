import type { ReviewDocument } from '@fbs/contract';
import { diffArrays } from 'diff';
import type { Block, Paragraph } from './blocks.ts';
import { reviewPaper } from './review-paper.ts';

export type ChangedLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** A part of the review in which something is different, under the headings that lead to it. */
export type ChangedPart = { readonly heading: string; readonly lines: readonly ChangedLine[] };

type Part = { readonly heading: string; readonly lines: string[] };

const wordsOf = ({ runs }: { readonly runs: Paragraph['runs'] }): string =>
  runs.map(({ text, newLine }) => (newLine ? ` ${text}` : text)).join('');

const linesOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'bullet':
      return [wordsOf(block)];
    case 'fact':
      return [`${block.name}: ${wordsOf(block)}`];
    case 'caption':
      return [block.text];
    case 'table':
      return block.rows.map((cells) => cells.map((cell) => cell.map(wordsOf).join(' ')).join(' | '));
    default:
      return [];
  }
};

/** The paper as lines of text under its headings; what stands before the first heading is the title page. */
const partsOf = (document: ReviewDocument, sha256: string | null): Part[] => {
  const parts: Part[] = [{ heading: 'Title page', lines: [] }];
  const path: string[] = [];
  for (const block of reviewPaper(document, { sha256, product: '' }).blocks) {
    if (block.kind === 'heading') {
      path.splice(block.level - 1, path.length, block.text);
      parts.push({ heading: path.join(', '), lines: [] });
    } else parts.at(-1)?.lines.push(...linesOf(block).filter((line) => line.trim() !== ''));
  }
  return parts;
};

/** Unchanged lines that stand beside a changed one, so that it can be placed. */
const context = 1;

const nearChanges = (lines: readonly ChangedLine[]): ChangedLine[] =>
  lines.filter((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same'),
  );

const kindOf = ({ added, removed }: { readonly added: boolean; readonly removed: boolean }): ChangedLine['kind'] => {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
};

const changesOf = (old: readonly string[], now: readonly string[]): ChangedLine[] =>
  diffArrays([...old], [...now]).flatMap((change) => {
    const kind = kindOf(change);
    return change.value.map((text) => ({ kind, text }));
  });

/** The checksums of the versions compared; a draft has none. */
type Checksums = { readonly older: string | null; readonly newer: string | null };

/** What is different between two versions of a review, line by line, in the order of the newer one. */
export const reviewChanges = (
  older: ReviewDocument,
  newer: ReviewDocument,
  checksums: Checksums = { older: null, newer: null },
): ChangedPart[] => {
  const before = new Map(partsOf(older, checksums.older).map(({ heading, lines }) => [heading, lines]));
  const parts = partsOf(newer, checksums.newer);
  const gone = [...before].filter(([heading]) => !parts.some((part) => part.heading === heading));
  const all = [...parts, ...gone.map(([heading]) => ({ heading, lines: [] as string[] }))];
  return all
    .map(({ heading, lines }) => ({ heading, lines: nearChanges(changesOf(before.get(heading) ?? [], lines)) }))
    .filter(({ lines }) => lines.length > 0);
};
