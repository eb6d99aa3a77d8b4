/** What the address of the grid may carry beside year and day: its filters, and the indicator to go to. */
export type EntrySearch = {
  readonly section?: string | undefined;
  readonly goal?: string | undefined;
  readonly owner?: string | undefined;
  readonly state?: string | undefined;
  readonly role?: string | undefined;
  readonly text?: string | undefined;
  /** "all": the years of the strategy side by side. */
  readonly columns?: 'all' | undefined;
  readonly indicator?: string | undefined;
};

const names = ['section', 'goal', 'owner', 'state', 'role', 'text', 'indicator'] as const;

export const readEntrySearch = (search: Record<string, unknown>): EntrySearch => ({
  ...Object.fromEntries(
    names.flatMap((name) => {
      // An address such as ?goal=1 comes in as a number.
      const text = typeof search[name] === 'number' ? String(search[name]) : search[name];
      return typeof text === 'string' && text !== '' ? [[name, text]] : [];
    }),
  ),
  // Always there, because the router lays this over what the address said.
  columns: search.columns === 'all' ? 'all' : undefined,
});
