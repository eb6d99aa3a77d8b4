import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import type { AuditSearch } from '../features/audit/audit-search.ts';
import type { CompareSearch } from '../features/comparison/compare-search.ts';
import { readEntrySearch } from '../features/entry/entry-search.ts';
import { readImportsSearch } from '../features/imports/imports-search.ts';
import { readNewIndicatorSearch } from '../features/indicators/new-indicator-search.ts';
import { readLinkagesSearch } from '../features/linkages/linkages-search.ts';
import { OverviewScreen, prefetch } from '../features/overview/overview-screen.tsx';
import type { ChangesSearch } from '../features/reviews/changes-screen.tsx';
import { readReviewSearch } from '../features/reviews/review-search.ts';
import { readSearchSearch } from '../features/search/search-search.ts';
import type { ImportSearch } from '../features/strategies/import-search.ts';
import type { ResultsSearch } from '../features/strategy/results-search.ts';
import { type Session, sessionQuery, strategyOf } from '../lib/session.ts';
import type { Visit } from '../lib/visit.ts';
import { defaultYear, heldYear, readSiteSearch, type SiteSearch } from '../lib/year-and-as-of.ts';
import { Shell } from './shell.tsx';

type SiteContext = { readonly queryClient: QueryClient };

type ScreenModule = { readonly prefetch?: (visit: Visit) => void; readonly [screen: string]: unknown };

type LoaderArguments = {
  readonly context: SiteContext & { readonly session: Session };
  readonly params: Readonly<Record<string, string>>;
  readonly deps: SiteSearch;
};

/** Starts the data together with the screen's code; nothing waits for it here, the screen shows its own loading state. */
const prefetchOf =
  (load: () => Promise<ScreenModule>) =>
  async ({ context, params, deps }: LoaderArguments): Promise<void> => {
    const screen = await load();
    const strategy = strategyOf(context.session, deps)?.id;
    if (strategy === undefined) return;
    const year = deps.year ?? defaultYear(context.session, deps);
    screen.prefetch?.({ queryClient: context.queryClient, strategy, params, year, asOf: deps.asOf });
  };

/** Only these decide which data a screen starts with; filters and the like do not load anything anew. */
const loaderDeps = ({ search: { strategy, year, asOf } }: { search: SiteSearch }): SiteSearch => ({
  strategy,
  year,
  asOf,
});

const rootRoute = createRootRouteWithContext<SiteContext>()({
  component: Shell,
  validateSearch: readSiteSearch,
  // Who is not signed in signs in first, and comes back afterwards; but for those who come to set their password.
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session.person === null && !['/sign-in', '/signed-in', '/welcome'].includes(location.pathname)) {
      throw redirect({ to: '/sign-in', search: { returnTo: location.href }, replace: true });
    }
    // Among several strategies every address names its own, so that a link leads everybody to the same one; and no
    // screen puts a year over the figures of another, as on the way from an indicator's year after the strategy.
    const { strategies } = session;
    const search: SiteSearch = location.search;
    const strategy = strategies.length > 1 ? strategyOf(session, search)?.id : search.strategy;
    const year = location.pathname.startsWith('/indicators/') ? search.year : heldYear(session, search);
    if (strategy !== search.strategy || year !== search.year) {
      throw redirect({
        to: location.pathname,
        search: { ...search, strategy, year },
        hash: location.hash,
        replace: true,
      });
    }
    return { session };
  },
  search: { middlewares: [retainSearchParams(['strategy', 'year', 'asOf'])] },
});

const getParentRoute = () => rootRoute;

/** What every screen is to the router: code that comes when it is asked for, and its data with it. */
const screenOf = <Loaded extends ScreenModule, Name extends keyof Loaded & string>(
  load: () => Promise<Loaded>,
  name: Name,
) => ({ getParentRoute, component: lazyRouteComponent(load, name), loaderDeps, loader: prefetchOf(load) });

const overview = createRoute({
  path: '/',
  getParentRoute,
  component: OverviewScreen,
  loaderDeps,
  loader: prefetchOf(async () => ({ prefetch })),
});

const goal = createRoute({
  path: '/goals/$code',
  ...screenOf(() => import('../features/strategy/goal-screen.tsx'), 'GoalScreen'),
});

const objective = createRoute({
  path: '/objectives/$code',
  ...screenOf(() => import('../features/strategy/objective-screen.tsx'), 'ObjectiveScreen'),
});

const results = createRoute({
  path: '/results',
  ...screenOf(() => import('../features/strategy/results-screen.tsx'), 'ResultsScreen'),
  // The screen reads its own part of the address, so that the first file does not carry how.
  validateSearch: (search: ResultsSearch) => search,
});

const indicator = createRoute({
  path: '/indicators/$code',
  ...screenOf(() => import('../features/indicators/indicator-screen.tsx'), 'IndicatorScreen'),
});

const newIndicator = createRoute({
  path: '/indicators/new',
  validateSearch: readNewIndicatorSearch,
  ...screenOf(() => import('../features/indicators/new-indicator-screen.tsx'), 'NewIndicatorScreen'),
});

const editIndicator = createRoute({
  path: '/indicators/$code/edit',
  ...screenOf(() => import('../features/indicators/edit-indicator-screen.tsx'), 'EditIndicatorScreen'),
});

const linkages = createRoute({
  path: '/linkages',
  validateSearch: readLinkagesSearch,
  ...screenOf(() => import('../features/linkages/linkages-screen.tsx'), 'LinkagesScreen'),
});

const loadFramework = createRoute({
  path: '/linkages/load',
  ...screenOf(() => import('../features/linkages/load-screen.tsx'), 'LoadScreen'),
});

const element = createRoute({
  path: '/linkages/$framework/$element',
  ...screenOf(() => import('../features/linkages/element-screen.tsx'), 'ElementScreen'),
});

const entry = createRoute({
  path: '/entry',
  validateSearch: readEntrySearch,
  ...screenOf(() => import('../features/entry/entry-screen.tsx'), 'EntryScreen'),
});

const imports = createRoute({
  path: '/entry/import',
  validateSearch: readImportsSearch,
  ...screenOf(() => import('../features/imports/import-screen.tsx'), 'ImportScreen'),
});

const myWork = createRoute({
  path: '/my-work',
  ...screenOf(() => import('../features/my-work/my-work-screen.tsx'), 'MyWorkScreen'),
});

const completeness = createRoute({
  path: '/completeness',
  ...screenOf(() => import('../features/completeness/completeness-screen.tsx'), 'CompletenessScreen'),
});

const compare = createRoute({
  path: '/compare',
  ...screenOf(() => import('../features/comparison/compare-screen.tsx'), 'CompareScreen'),
  // The screen reads its own part of the address, so that the first file does not carry how.
  validateSearch: (search: CompareSearch) => search,
});

const present = createRoute({
  path: '/present',
  ...screenOf(() => import('../features/present/present-screen.tsx'), 'PresentScreen'),
  validateSearch: (search: { page?: number }) => search,
});

const reviews = createRoute({
  path: '/reviews',
  getParentRoute,
  beforeLoad: ({ context, search }) => {
    const year = String(search.year ?? defaultYear(context.session, search));
    throw redirect({ to: '/reviews/$year', params: { year }, replace: true });
  },
});

const exportReview = createRoute({
  path: '/reviews/$year/export',
  ...screenOf(() => import('../features/exports/export-screen.tsx'), 'ExportScreen'),
  validateSearch: (search: { version?: number | undefined }) => search,
});

const review = createRoute({
  path: '/reviews/$year',
  validateSearch: readReviewSearch,
  ...screenOf(() => import('../features/reviews/review-screen.tsx'), 'ReviewScreen'),
});

const reviewChanges = createRoute({
  path: '/reviews/$year/changes',
  ...screenOf(() => import('../features/reviews/changes-screen.tsx'), 'ChangesScreen'),
  validateSearch: (search: ChangesSearch) => search,
});

const method = createRoute({
  path: '/method',
  ...screenOf(() => import('../features/method/method-screen.tsx'), 'MethodScreen'),
});

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

const search = createRoute({
  path: '/search',
  validateSearch: readSearchSearch,
  ...screenOf(() => import('../features/search/search-screen.tsx'), 'SearchScreen'),
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

/** Every component in its states. The condition is folded by the build, which leaves nothing of it. */
const design = import.meta.env.DEV
  ? [
      createRoute({
        path: '/design',
        ...screenOf(() => import('../design/design-screen.tsx'), 'DesignScreen'),
      }),
    ]
  : [];

export const routeTree = rootRoute.addChildren([
  ...design,
  overview,
  goal,
  objective,
  results,
  indicator,
  newIndicator,
  editIndicator,
  linkages,
  element,
  loadFramework,
  entry,
  imports,
  myWork,
  completeness,
  compare,
  present,
  reviews,
  review,
  exportReview,
  reviewChanges,
  method,
  help,
  helpGuide,
  audit,
  settings,
  strategies,
  newStrategy,
  importStrategy,
  strategyTree,
  search,
  account,
  welcome,
  people,
  invite,
  person,
  signIn,
  signedIn,
]);
