import type { Overview } from '@fbs/contract';
import { attentionKinds, attentionLabels } from '@fbs/core';
import type { IconName } from '../../ui/icon.tsx';

export type Attention = Overview['needsAttention'][number];
type Kind = Attention['kind'];

/** Beside the sentence, which says the same in words. */
export const attentionIcons: Readonly<Record<Kind, IconName>> = {
  below_target: 'arrow-down',
  overdue: 'clock',
  returned: 'return',
  explanation_missing: 'warning',
  falling: 'trend-down',
  revised_after_result: 'pencil',
};

export type AttentionAction = { readonly label: string; readonly place: 'entry' | 'indicator' };

const looking: Readonly<Record<Kind, string>> = {
  below_target: 'See why',
  overdue: 'See what is due',
  returned: 'See note',
  explanation_missing: 'See figure',
  falling: 'Compare',
  revised_after_result: 'Compare',
};

type Mended = Pick<Attention, 'kind' | 'explanationMissing' | 'open'>;

const mendingOf = ({ kind, explanationMissing, open }: Mended): AttentionAction | null => {
  if (!open) return null;
  if (kind === 'overdue') return { label: 'Enter', place: 'entry' };
  return explanationMissing ? { label: 'Explain', place: 'entry' } : null;
};

/** Where a person mends it, or, for who only reads or looks back, where its cause stands. */
export const attentionAction = (item: Mended, mayEnter: boolean): AttentionAction =>
  (mayEnter ? mendingOf(item) : null) ?? { label: looking[item.kind], place: 'indicator' };

/** "4 below target": how many stand under each rank, in its order. */
export const attentionCounts = (items: readonly Pick<Attention, 'kind'>[]): { kind: Kind; words: string }[] =>
  attentionKinds.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [{ kind, words: `${count} ${attentionLabels[kind].toLowerCase()}` }];
  });
