import { createRoute, notFound, redirect } from '@tanstack/react-router';
import type { CompareSearch } from '../features/comparison/compare-search.ts';
import { readEntrySearch } from '../features/entry/entry-search.ts';
import { readImportsSearch } from '../features/imports/imports-search.ts';
import { readNewIndicatorSearch } from '../features/indicators/new-indicator-search.ts';
import { readLinkagesSearch } from '../features/linkages/linkages-search.ts';
import { OverviewScreen, prefetch } from '../features/overview/overview-screen.tsx';
import type { ChangesSearch } from '../features/reviews/changes-screen.tsx';
import { readReviewSearch } from '../features/reviews/review-search.ts';
import { readSearchSearch } from '../features/search/search-search.ts';
import type { ResultsSearch } from '../features/strategy/results-search.ts';
import { defaultYear } from '../lib/year-and-as-of.ts';
import { officeRoutes } from './office-routes.ts';
import { getParentRoute, loaderDeps, prefetchOf, rootRoute, screenOf } from './root-route.ts';

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

/** "/reviews/next" is no address of a review. */
const ofYear = {
  beforeLoad: ({ params }: { params: { year: string } }) => {
    if (!/^\d{4}$/.test(params.year)) throw notFound();
  },
};

const exportReview = createRoute({
  path: '/reviews/$year/export',
  ...ofYear,
  ...screenOf(() => import('../features/exports/export-screen.tsx'), 'ExportScreen'),
  validateSearch: (search: { version?: number | undefined }) => search,
});

const review = createRoute({
  path: '/reviews/$year',
  ...ofYear,
  validateSearch: readReviewSearch,
  ...screenOf(() => import('../features/reviews/review-screen.tsx'), 'ReviewScreen'),
});

const reviewChanges = createRoute({
  path: '/reviews/$year/changes',
  ...ofYear,
  ...screenOf(() => import('../features/reviews/changes-screen.tsx'), 'ChangesScreen'),
  validateSearch: (search: ChangesSearch) => search,
});

const method = createRoute({
  path: '/method',
  ...screenOf(() => import('../features/method/method-screen.tsx'), 'MethodScreen'),
});

const search = createRoute({
  path: '/search',
  validateSearch: readSearchSearch,
  ...screenOf(() => import('../features/search/search-screen.tsx'), 'SearchScreen'),
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
  ...officeRoutes,
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
  search,
]);
