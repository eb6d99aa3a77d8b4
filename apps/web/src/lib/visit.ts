import type { QueryClient } from '@tanstack/react-query';

/** What a screen module's `prefetch` gets when a link to it is hovered or focused, and on the way to the screen. */
export type Visit = {
  readonly queryClient: QueryClient;
  readonly strategy: string;
  readonly params: Readonly<Record<string, string>>;
  readonly year: number;
  readonly asOf: string | undefined;
};
