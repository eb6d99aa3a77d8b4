import type { WorkKind } from '@fbs/core';
import { formatDay } from '../../lib/format.ts';
import type { WorkItem } from '../../lib/my-work.ts';

export const groupTitles: Readonly<Record<WorkKind, string>> = {
  reminded: 'Asked of you',
  mentioned: 'Said to you',
  returned: 'Returned values',
  section_returned: 'Returned sections of the review',
  overdue: 'Overdue',
  draft: 'Your drafts',
  to_approve: 'Waiting for your approval',
  section_to_clear: 'Sections of the review to clear',
  action_to_update: 'Corrective actions to update',
  due: 'Due within 30 days',
};

const dayVerbs: Readonly<Partial<Record<WorkKind, string>>> = {
  reminded: 'Asked on',
  mentioned: 'Said on',
  returned: 'Returned on',
  section_returned: 'Returned on',
  to_approve: 'Submitted on',
  section_to_clear: 'Submitted on',
};

/** The day that counts, with the word that says why: "Was due Nov. 30, 2022". */
export const dayWords = ({ kind, day, late }: Pick<WorkItem, 'kind' | 'day' | 'late'>): string =>
  `${dayVerbs[kind] ?? (late ? 'Was due' : 'Due')} ${formatDay(day)}`;

export type WorkGroup = { readonly kind: WorkKind; readonly items: readonly WorkItem[] };

/** The items by kind; they come in the order of the kinds already. */
export const groupWork = (items: readonly WorkItem[]): WorkGroup[] => {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) }));
};

export const keyOf = ({ kind, year, indicator, objective, name }: WorkItem): string =>
  [kind, year, indicator, objective, name].join(' ');
