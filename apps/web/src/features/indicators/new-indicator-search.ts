/** Where a new indicator begins: in an objective, or as a copy of another one. */
export type NewIndicatorSearch = {
  readonly objective?: string | undefined;
  readonly from?: string | undefined;
};

const codeIn = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;

/** "1.1" in an address may have been read as a number. */
export const readNewIndicatorSearch = (search: Record<string, unknown>): NewIndicatorSearch => ({
  objective: codeIn(search.objective),
  from: codeIn(search.from),
});
