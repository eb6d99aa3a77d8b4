import type { IndicatorDefinition } from '@fbs/core';
import { definitionDifferences } from '../definition-facts.ts';

export type ConflictLine = {
  readonly term: string;
  readonly began: string;
  readonly mine: string;
  readonly theirs: string;
  /** Both changed it, to different words. */
  readonly isContested: boolean;
};

/** Every field that either of two people changed since both began from the same version. */
export const conflictLines = (
  base: IndicatorDefinition,
  mine: IndicatorDefinition,
  theirs: IndicatorDefinition,
): ConflictLine[] => {
  const own = definitionDifferences(base, mine);
  const others = definitionDifferences(base, theirs);
  const terms = [...new Set([...own, ...others].map(({ term }) => term))];
  return terms.map((term) => {
    const [my, their] = [own, others].map((changes) => changes.find((change) => change.term === term));
    const began = my?.before ?? their?.before ?? '';
    const [mineNow, theirsNow] = [my?.after ?? began, their?.after ?? began];
    return {
      term,
      began,
      mine: mineNow,
      theirs: theirsNow,
      isContested: my !== undefined && their !== undefined && mineNow !== theirsNow,
    };
  });
};
