import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { readEntrySearch } from '../features/entry/entry-search.ts';
import { readImportsSearch } from '../features/imports/imports-search.ts';
import { readNewIndicatorSearch } from '../features/indicators/new-indicator-search.ts';
import { readLinkagesSearch } from '../features/linkages/linkages-search.ts';
import { OverviewScreen, prefetch } from '../features/overview/overview-screen.tsx';
import { readReviewSearch } from '../features/reviews/review-search.ts';
import { type Session, sessionQuery, strategyOf } from '../lib/session.ts';
import type { Visit } from '../lib/visit.ts';
import { defaultYear, readSiteSearch, type SiteSearch } from '../lib/year-and-as-of.ts';
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
    const strategy = strategyOf(context.session)?.id;
    if (strategy === undefined) return;
    const year = deps.year ?? defaultYear(context.session);
    screen.prefetch?.({ queryClient: context.queryClient, strategy, params, year, asOf: deps.asOf });
  };

/** Only these two decide which data a screen starts with; filters and the like do not load anything anew. */
const loaderDeps = ({ search: { year, asOf } }: { search: SiteSearch }): SiteSearch => ({ year, asOf });

const rootRoute = createRootRouteWithContext<SiteContext>()({
  component: Shell,
  validateSearch: readSiteSearch,
  // Everything but the sign-in needs a person: who is not signed in goes there first, and comes back afterwards.
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session.person === null && location.pathname !== '/sign-in') {
      throw redirect({ to: '/sign-in', search: { returnTo: location.href }, replace: true });
    }
    return { session };
  },
  search: { middlewares: [retainSearchParams(['year', 'asOf'])] },
});

const overview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: OverviewScreen,
  loaderDeps,
  loader: prefetchOf(async () => ({ prefetch })),
});

const loadGoal = () => import('../features/strategy/goal-screen.tsx');
const goal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/goals/$code',
  component: lazyRouteComponent(loadGoal, 'GoalScreen'),
  loaderDeps,
  loader: prefetchOf(loadGoal),
});

const loadObjective = () => import('../features/strategy/objective-screen.tsx');
const objective = createRoute({
  getParentRoute: () => rootRoute,
  path: '/objectives/$code',
  component: lazyRouteComponent(loadObjective, 'ObjectiveScreen'),
  loaderDeps,
  loader: prefetchOf(loadObjective),
});

const loadIndicator = () => import('../features/indicators/indicator-screen.tsx');
const indicator = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$code',
  component: lazyRouteComponent(loadIndicator, 'IndicatorScreen'),
  loaderDeps,
  loader: prefetchOf(loadIndicator),
});

const loadNewIndicator = () => import('../features/indicators/new-indicator-screen.tsx');
const newIndicator = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/new',
  component: lazyRouteComponent(loadNewIndicator, 'NewIndicatorScreen'),
  validateSearch: readNewIndicatorSearch,
  loaderDeps,
  loader: prefetchOf(loadNewIndicator),
});

const loadEditIndicator = () => import('../features/indicators/edit-indicator-screen.tsx');
const editIndicator = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$code/edit',
  component: lazyRouteComponent(loadEditIndicator, 'EditIndicatorScreen'),
  loaderDeps,
  loader: prefetchOf(loadEditIndicator),
});

const loadLinkages = () => import('../features/linkages/linkages-screen.tsx');
const linkages = createRoute({
  getParentRoute: () => rootRoute,
  path: '/linkages',
  component: lazyRouteComponent(loadLinkages, 'LinkagesScreen'),
  validateSearch: readLinkagesSearch,
  loaderDeps,
  loader: prefetchOf(loadLinkages),
});

const loadEntry = () => import('../features/entry/entry-screen.tsx');
const entry = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entry',
  component: lazyRouteComponent(loadEntry, 'EntryScreen'),
  validateSearch: readEntrySearch,
  loaderDeps,
  loader: prefetchOf(loadEntry),
});

const loadImports = () => import('../features/imports/import-screen.tsx');
const imports = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entry/import',
  component: lazyRouteComponent(loadImports, 'ImportScreen'),
  validateSearch: readImportsSearch,
  loader: prefetchOf(loadImports),
});

const loadMyWork = () => import('../features/my-work/my-work-screen.tsx');
const myWork = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-work',
  component: lazyRouteComponent(loadMyWork, 'MyWorkScreen'),
  loader: prefetchOf(loadMyWork),
});

const loadCompleteness = () => import('../features/completeness/completeness-screen.tsx');
const completeness = createRoute({
  getParentRoute: () => rootRoute,
  path: '/completeness',
  component: lazyRouteComponent(loadCompleteness, 'CompletenessScreen'),
  loaderDeps,
  loader: prefetchOf(loadCompleteness),
});

const reviews = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews',
  beforeLoad: ({ context, search }) => {
    const year = String(search.year ?? defaultYear(context.session));
    throw redirect({ to: '/reviews/$year', params: { year }, replace: true });
  },
});

const loadReview = () => import('../features/reviews/review-screen.tsx');
const review = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews/$year',
  component: lazyRouteComponent(loadReview, 'ReviewScreen'),
  validateSearch: readReviewSearch,
  loaderDeps,
  loader: prefetchOf(loadReview),
});

const loadMethod = () => import('../features/method/method-screen.tsx');
const method = createRoute({
  getParentRoute: () => rootRoute,
  path: '/method',
  component: lazyRouteComponent(loadMethod, 'MethodScreen'),
  loaderDeps,
  loader: prefetchOf(loadMethod),
});

/** Where to go back to after signing in: only an address of this site, never another one. */
const readReturnTo = (search: Record<string, unknown>): { returnTo?: string | undefined } => {
  const to = search.returnTo;
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { returnTo: to } : {};
};

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../features/session/sign-in-screen.tsx'), 'SignInScreen'),
  validateSearch: readReturnTo,
});

/** Every component in its states. The condition is folded by the build, which leaves nothing of it. */
const design = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/design',
        component: lazyRouteComponent(() => import('../design/design-screen.tsx'), 'DesignScreen'),
      }),
    ]
  : [];

export const routeTree = rootRoute.addChildren([
  ...design,
  overview,
  goal,
  objective,
  indicator,
  newIndicator,
  editIndicator,
  linkages,
  entry,
  imports,
  myWork,
  completeness,
  reviews,
  review,
  method,
  signIn,
]);
