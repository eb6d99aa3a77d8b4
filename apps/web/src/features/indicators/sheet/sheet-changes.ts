import { dataQualityItems, dataQualityStandards, type IndicatorDefinition } from '@fbs/core';

/** The same content, whatever the order of its keys. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  ) ?? '';

export const isSame = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

type Changes = { readonly [Key in keyof IndicatorDefinition]?: IndicatorDefinition[Key] };

/** Only what is different, as the server wants it. */
export const changesOf = (before: IndicatorDefinition, after: IndicatorDefinition): Changes =>
  Object.fromEntries(
    (Object.keys(after) as (keyof IndicatorDefinition)[])
      .filter((key) => !isSame(before[key], after[key]))
      .map((key) => [key, after[key]]),
  );

/** Each part of a record from where it was changed; where both changed it, mine. */
const merged = <Key extends string, Value>(
  keys: readonly Key[],
  base: Readonly<Partial<Record<Key, Value>>>,
  mine: Readonly<Partial<Record<Key, Value>>>,
  theirs: Readonly<Partial<Record<Key, Value>>>,
): Partial<Record<Key, Value>> => {
  const result: Partial<Record<Key, Value>> = {};
  for (const key of keys) {
    const value = isSame(base[key], mine[key]) ? theirs[key] : mine[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
};

/** What I changed, put on what somebody else saved meanwhile: what I did not touch stays theirs. */
export const rebase = (
  base: IndicatorDefinition,
  mine: IndicatorDefinition,
  theirs: IndicatorDefinition,
): IndicatorDefinition => ({
  ...theirs,
  ...changesOf(base, mine),
  dataQuality: {
    items: merged(dataQualityItems, base.dataQuality.items, mine.dataQuality.items, theirs.dataQuality.items),
    standards: merged(
      dataQualityStandards,
      base.dataQuality.standards,
      mine.dataQuality.standards,
      theirs.dataQuality.standards,
    ),
  },
});
