import type { ElementPage } from '@fbs/contract';
import type { linkageRepository } from '@fbs/db';

type Event = ElementPage['history'][number];
type Vintage = linkageRepository.LinkageVintageRow;

const actionOf = (vintage: Vintage, before: Vintage | undefined, elementId: string): Event['action'] => {
  if (vintage.elementId !== elementId) return 'moved';
  if (vintage.removed) return 'removed';
  if (before === undefined || before.elementId !== elementId) return 'added';
  return before.removed ? 'restored' : 'changed';
};

/** What was done to the linkages of an element, newest first; `vintages` are those of the whole strategy, likewise. */
export const historyOf = (
  vintages: readonly Vintage[],
  elementId: string,
  subjectOf: (vintage: Vintage) => Event['subject'],
): Event[] =>
  vintages.flatMap((vintage) => {
    const before = vintages.find(
      ({ linkageId, number }) => linkageId === vintage.linkageId && number === vintage.number - 1,
    );
    if (vintage.elementId !== elementId && before?.elementId !== elementId) return [];
    const { person, at, linkageId, number: version, strength, reason } = vintage;
    const action = actionOf(vintage, before, elementId);
    return [{ person, at, action, linkage: linkageId, version, subject: subjectOf(vintage), strength, reason }];
  });
