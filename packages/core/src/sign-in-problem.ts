/** Why single sign-on let somebody not in, or did not prove that it is still them. */
const signInProblems = [
  'unreachable',
  'stopped',
  'late',
  'not_trusted',
  'no_role',
  'taken',
  'disabled',
  'somebody_else',
  'too_weak',
] as const;
export type SignInProblem = (typeof signInProblems)[number];

export const isSignInProblem = (text: string | undefined): text is SignInProblem =>
  signInProblems.some((each) => each === text);

/** What happened, and what to do; `provider` is what the office calls its way to sign in. */
export const signInProblemSentence = (problem: SignInProblem, provider: string): string =>
  ({
    unreachable: `${provider} does not answer. Try again in a minute; if it stays so, tell whoever looks after it.`,
    stopped: `Signing in was stopped at ${provider}. Try again, or ask whoever looks after it why it refused you.`,
    late: 'Signing in took too long, or was begun in another window. Begin again here.',
    not_trusted: `What ${provider} answered cannot be trusted, so nobody was signed in. Begin again; if it stays so, tell your administrator.`,
    no_role: `${provider} knows you, but none of your groups there has a role here. Ask an administrator of this service to give you one.`,
    taken:
      'An account with your e-mail address is here already, and is entered in another way. Sign in with its password, or ask an administrator of this service.',
    disabled: 'Your account here is disabled. Ask an administrator of this service to enable it.',
    somebody_else: `Somebody else is signed in at ${provider}. Sign out there, then try again as yourself.`,
    too_weak: `${provider} let you in by a weaker way than this service asks for. Sign in there with your card or second factor, or ask whoever looks after it.`,
  })[problem];
