/** What says from where one looks, what one may do there and what one has read; everything else has to be the same. */
const fromWhere = new Set(['asOf', 'dataVersion', 'rights', 'lock', 'unseen']);

/** Of indicators, corrective actions and comments the version is always today's: it serves the next write alone. */
const hasVersionOfToday = (thing: object): boolean =>
  ['definitionVersions', 'openedYear', 'mentions'].some((key) => key in thing);

/** An answer without what depends on the day from which one looks. */
export const comparable = (thing: unknown): unknown => {
  if (Array.isArray(thing)) return thing.map(comparable);
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(
    Object.entries(thing)
      .filter(([key]) => !fromWhere.has(key) && !(key === 'version' && hasVersionOfToday(thing)))
      .map(([key, value]) => [key, comparable(value)]),
  );
};
