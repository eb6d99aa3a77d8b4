/** `into`: the strategy that the file holds a newer edition of. */
export type ImportSearch = { readonly into?: string };
