import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import { ApiProblem } from '../lib/api-client.ts';
import { sessionQuery } from '../lib/session.ts';
import { LoadingScreen } from '../ui/loading.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { routeTree } from './router.tsx';

const NotFoundScreen = lazy(() => import('./not-found-screen.tsx'));

const isRefusal = (error: Error): error is ApiProblem => error instanceof ApiProblem && error.status < 500;

const createQueryClient = (onSignedOut: () => void) =>
  new QueryClient({
    queryCache: new QueryCache({
      // Only reading leads away: a refused write stays where it is, with everything that was typed.
      onError: (error) => {
        if (isRefusal(error) && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // The server's refusals stay refusals; only what may pass by itself is tried again.
        retry: (failures, error) => failures < 2 && (!isRefusal(error) || error.status === 0),
      },
    },
  });

const createSiteRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The query cache decides what is fresh; the router only asks.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: LoadingScreen,
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFoundScreen,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createSiteRouter>;
  }
}

const createSite = () => {
  const queryClient = createQueryClient(() => {
    queryClient.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, person: null });
    // The root route asks for the person again, and finds the way to the sign-in and back.
    void router.invalidate();
  });
  const router = createSiteRouter(queryClient);
  return { queryClient, router };
};

export const Providers = () => {
  const [{ queryClient, router }] = useState(createSite);
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
};
