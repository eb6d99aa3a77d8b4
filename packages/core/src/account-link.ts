import type { Instant } from './vocabulary.ts';

export const accountLinkKinds = ['set_up', 'invitation', 'password_reset'] as const;
export type AccountLinkKind = (typeof accountLinkKinds)[number];

/** How long each lives, in minutes; of an invitation a setting decides. */
const minutesOf = (kind: AccountLinkKind, invitationDays: number): number =>
  ({ set_up: 30, invitation: invitationDays * 24 * 60, password_reset: 24 * 60 })[kind];

export const linkExpiry = (kind: AccountLinkKind, now: Instant, invitationDays: number): Instant =>
  new Date(Date.parse(now) + minutesOf(kind, invitationDays) * 60_000).toISOString();

type Link = { readonly kind: AccountLinkKind; readonly expiresAt: Instant; readonly endedAt: Instant | null };

const wayOn: Readonly<Record<AccountLinkKind, string>> = {
  set_up: 'Start the service again: it prints a new one as long as there is no administrator.',
  invitation: 'If you have set your password, sign in; otherwise ask an administrator for a new one.',
  password_reset: 'If you have set your password, sign in; otherwise ask an administrator for a new one.',
};

/** Why a link opens nothing, and what to do; null: it is good. */
export const linkRefusal = (link: Link | undefined, now: Instant): string | null => {
  if (link === undefined)
    return 'This link is not known here: copy the whole of it, or ask an administrator for a new one.';
  if (link.endedAt !== null) return `This link was used, or replaced by a newer one. ${wayOn[link.kind]}`;
  return link.expiresAt <= now ? `This link has expired. ${wayOn[link.kind]}` : null;
};
