import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
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
export const prefetchOf =
  (load: () => Promise<ScreenModule>) =>
  async ({ context, params, deps }: LoaderArguments): Promise<void> => {
    const screen = await load();
    const strategy = strategyOf(context.session, deps)?.id;
    if (strategy === undefined) return;
    const year = deps.year ?? defaultYear(context.session, deps);
    screen.prefetch?.({ queryClient: context.queryClient, strategy, params, year, asOf: deps.asOf });
  };

/** Only these decide which data a screen starts with; filters and the like do not load anything anew. */
export const loaderDeps = ({ search: { strategy, year, asOf } }: { search: SiteSearch }): SiteSearch => ({
  strategy,
  year,
  asOf,
});

export const rootRoute = createRootRouteWithContext<SiteContext>()({
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

export const getParentRoute = () => rootRoute;

/** What every screen is to the router: code that comes when it is asked for, and its data with it. */
export const screenOf = <Loaded extends ScreenModule, Name extends keyof Loaded & string>(
  load: () => Promise<Loaded>,
  name: Name,
) => ({ getParentRoute, component: lazyRouteComponent(load, name), loaderDeps, loader: prefetchOf(load) });
