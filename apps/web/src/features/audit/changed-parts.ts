export type ChangedPart = { readonly name: string; readonly before: string | null; readonly after: string | null };

const wordsOf = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "notApplicableReason" is "not applicable reason". */
const nameOf = (key: string): string => key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** What an entry changed, part by part; what stayed as it was is left out. */
export const changedParts = (before: unknown, after: unknown): ChangedPart[] => {
  if (!isRecord(before) && !isRecord(after)) {
    const part = { name: 'value', before: wordsOf(before), after: wordsOf(after) };
    return part.before === part.after ? [] : [part];
  }
  const old = isRecord(before) ? before : {};
  const now = isRecord(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((key) => ({ name: nameOf(key), before: wordsOf(old[key]), after: wordsOf(now[key]) }))
    .filter((part) => part.before !== part.after);
};
