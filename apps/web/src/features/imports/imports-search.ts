/** What the address of the import screen may carry: the import that is looked at. */
export type ImportsSearch = { readonly import?: string | undefined };

export const readImportsSearch = (search: Record<string, unknown>): ImportsSearch =>
  typeof search.import === 'string' && search.import !== '' ? { import: search.import } : {};
