/** To which framework the line of sight is drawn; without one, the first. */
export type LinkagesSearch = { readonly framework?: string | undefined };

export const readLinkagesSearch = ({ framework }: Record<string, unknown>): LinkagesSearch =>
  typeof framework === 'string' && framework !== '' ? { framework } : {};
