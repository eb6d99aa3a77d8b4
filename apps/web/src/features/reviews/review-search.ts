/** Which section of the review is shown; without one, its summary. */
export type ReviewSearch = { readonly objective?: string | undefined };

export const readReviewSearch = ({ objective }: Record<string, unknown>): ReviewSearch => {
  // An address such as ?objective=1.1 may come in as a number.
  const code = typeof objective === 'number' ? String(objective) : objective;
  return typeof code === 'string' && code !== '' ? { objective: code } : {};
};
