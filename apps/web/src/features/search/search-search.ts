/** What is looked for, and in which kind alone. */
export type SearchSearch = { readonly q?: string | undefined; readonly kind?: string | undefined };

export const readSearchSearch = ({ q, kind }: Record<string, unknown>): SearchSearch => ({
  // An address such as ?q=1.2 may come in as a number.
  q: typeof q === 'string' || typeof q === 'number' ? String(q) : undefined,
  kind: typeof kind === 'string' ? kind : undefined,
});
