/** The columns of an outline, one part of the strategy a row; the first two have to be there. */
export const outlineColumns = [
  'part',
  'name',
  'code',
  'parent',
  'text',
  'why',
  'identifier',
  'unit',
  'kind',
  'direction',
  'level',
  'period',
  'section',
  'source',
] as const;
export type OutlineColumn = (typeof outlineColumns)[number];

export const outlineParts = [
  'strategy',
  'organization',
  'mission',
  'section',
  'goal',
  'objective',
  'indicator',
] as const;
export type OutlinePart = (typeof outlineParts)[number];

/** A row as it stands in the file; an empty text where nothing does. */
export type OutlineRow = {
  readonly row: number;
  readonly cells: Readonly<Record<OutlineColumn, string>>;
  /** What stands in columns of other names, as "Name: text". */
  readonly others: readonly string[];
};
