import type { Change, News } from '@fbs/contract';
import type { changeRepository } from '@fbs/db';

/** What the audit trail calls a thing, and what a listener may hear of it; anything else is "other" without details. */
const kinds: Readonly<Record<string, Change['kind']>> = {
  value: 'value',
  target: 'target',
  indicator: 'indicator',
  comment: 'comment',
  evidence: 'evidence',
  review: 'review',
  'review section': 'review',
  'corrective action': 'review',
  linkage: 'linkage',
  framework: 'linkage',
  goal: 'plan',
  objective: 'plan',
  strategy: 'plan',
};

/** Signing in and out, one's own password and being refused or taking a file change nothing that others see. */
const silent = ['session', 'account', 'refusal', 'download'];

export const isNews = ({ subjectKind }: changeRepository.ChangeRow): boolean => !silent.includes(subjectKind);

const changeOf = (row: changeRepository.ChangeRow, listener: string): Change => {
  const kind = kinds[row.subjectKind] ?? 'other';
  const own = row.personId === listener;
  if (kind === 'other') return { kind, strategy: null, indicator: null, year: null, by: null, own };
  return { kind, strategy: row.strategyId, indicator: row.indicator, year: row.year, by: row.person, own };
};

type Told = Pick<News, 'dataVersion' | 'more'> & { readonly rows: readonly changeRepository.ChangeRow[] };

/** What one person hears of what was done; the same thing done twice is said once. */
export const newsFor = ({ dataVersion, rows, more }: Told, listener: string): News => {
  const changes = new Map(rows.map((row) => changeOf(row, listener)).map((each) => [JSON.stringify(each), each]));
  return { dataVersion, changes: [...changes.values()], more };
};
