import type { AccountLink } from './account-queries.ts';

type Words = { readonly title: string; readonly text: string; readonly action: string };

/** What the screen of a link says, for whom and for what it is. */
export const welcomeWords = ({ kind, name }: Pick<AccountLink, 'kind' | 'name'>): Words =>
  ({
    set_up: {
      title: 'Set up FBS Performance',
      text: 'You become its first administrator, and invite the others afterwards.',
      action: 'Set up',
    },
    invitation: {
      title: `Welcome, ${name}`,
      text: 'Choose a password for your account. You sign in with it and your e-mail address from now on.',
      action: 'Set the password',
    },
    password_reset: {
      title: 'Set a new password',
      text: 'You sign in with it from then on; browsers that are signed in now are signed out.',
      action: 'Set the password',
    },
  })[kind];

export const passwordHint = (withSecondFactor: boolean): string =>
  `At least ${withSecondFactor ? '12 characters' : '15 characters, or 12 with a second factor'}. A few words that do not belong together are easy to remember.`;
