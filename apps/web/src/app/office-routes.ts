import { createRoute } from '@tanstack/react-router';
import type { AuditSearch } from '../features/audit/audit-search.ts';
import type { ImportSearch } from '../features/strategies/import-search.ts';
import { screenOf } from './root-route.ts';

/** The guide of one's own role; the others have addresses of their own. */
const help = createRoute({
  path: '/help',
  ...screenOf(() => import('../features/help/help-screen.tsx'), 'HelpScreen'),
});

const helpGuide = createRoute({
  path: '/help/$guide',
  ...screenOf(() => import('../features/help/help-screen.tsx'), 'HelpScreen'),
});

const audit = createRoute({
  path: '/admin/audit',
  ...screenOf(() => import('../features/audit/audit-screen.tsx'), 'AuditScreen'),
  validateSearch: (search: AuditSearch) => search,
});

const settings = createRoute({
  path: '/admin/settings',
  ...screenOf(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
});

const strategies = createRoute({
  path: '/admin/strategies',
  ...screenOf(() => import('../features/strategies/strategies-screen.tsx'), 'StrategiesScreen'),
});

const newStrategy = createRoute({
  path: '/admin/strategies/new',
  ...screenOf(() => import('../features/strategies/new-strategy-screen.tsx'), 'NewStrategyScreen'),
});

const importStrategy = createRoute({
  path: '/admin/strategies/import',
  ...screenOf(() => import('../features/strategies/import-screen.tsx'), 'ImportScreen'),
  validateSearch: (search: ImportSearch) => search,
});

const strategyTree = createRoute({
  path: '/admin/strategies/$id',
  ...screenOf(() => import('../features/strategies/strategy-tree-screen.tsx'), 'StrategyTreeScreen'),
});

const account = createRoute({
  path: '/account',
  ...screenOf(() => import('../features/account/account-screen.tsx'), 'AccountScreen'),
});

const welcome = createRoute({
  path: '/welcome',
  ...screenOf(() => import('../features/account/welcome-screen.tsx'), 'WelcomeScreen'),
});

const people = createRoute({
  path: '/admin/people',
  ...screenOf(() => import('../features/people/people-screen.tsx'), 'PeopleScreen'),
});

const invite = createRoute({
  path: '/admin/people/new',
  ...screenOf(() => import('../features/people/invite-screen.tsx'), 'InviteScreen'),
});

const person = createRoute({
  path: '/admin/people/$id',
  ...screenOf(() => import('../features/people/person-screen.tsx'), 'PersonScreen'),
});

/** How single sign-on went, where it did not let somebody in. */
type WithProblem = { problem?: string | undefined };

/** Where to go back to after signing in: only an address of this site, never another one. */
const readReturnTo = ({ returnTo: to, problem }: Record<string, unknown>): WithProblem & { returnTo?: string } => ({
  ...(typeof to === 'string' && /^\/(?![/\\])/.test(to) && { returnTo: to }),
  ...(typeof problem === 'string' && { problem }),
});

const signIn = createRoute({
  path: '/sign-in',
  validateSearch: readReturnTo,
  ...screenOf(() => import('../features/session/sign-in-screen.tsx'), 'SignInScreen'),
});

/** What a window of the identity provider comes back to. */
const signedIn = createRoute({
  path: '/signed-in',
  validateSearch: (search: WithProblem) => search,
  ...screenOf(() => import('../features/session/signed-in-screen.tsx'), 'SignedInScreen'),
});

/** What is not about the results of a strategy: who is here, how the service is looked after, and help. */
export const officeRoutes = [
  help,
  helpGuide,
  audit,
  settings,
  strategies,
  newStrategy,
  importStrategy,
  strategyTree,
  account,
  welcome,
  people,
  invite,
  person,
  signIn,
  signedIn,
] as const;
