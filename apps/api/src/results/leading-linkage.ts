import type { linkageRepository } from '@fbs/db';
import type { Facts } from './load-facts.ts';

/**
 * What the strategy links up to first: of its first framework (the JSP) the element that most goals name, by one of
 * those linkages; null where no goal is linked to that framework.
 */
export const leadingLinkage = ({ linkages }: Pick<Facts, 'linkages'>): linkageRepository.LinkageRow | null => {
  const first = linkages.filter((row) => row.subjectKind === 'goal' && row.frameworkPosition === 1);
  const countOf = ({ elementId }: linkageRepository.LinkageRow): number =>
    first.filter((row) => row.elementId === elementId).length;
  return first.reduce<linkageRepository.LinkageRow | null>(
    (best, row) => (best === null || countOf(row) > countOf(best) ? row : best),
    null,
  );
};
