import { assessmentLabels } from '@fbs/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { configure, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type Session, sessionQuery } from '../lib/session.ts';
import { readSiteSearch } from '../lib/year-and-as-of.ts';

// code that comes when it is asked for takes its time on a busy machine
configure({ asyncUtilTimeout: 15_000 });

const session: Session = {
  mode: 'evaluation',
  today: '2022-12-15',
  person: {
    id: 'p',
    name: 'Planner',
    roles: ['planner'],
    section: 'RMP',
    permissions: ['enter values'],
    method: 'persona',
    idleMinutes: 30,
  },
  signIn: { password: false, singleSignOn: null },
  assessmentNames: assessmentLabels,
  dataVersion: 5,
  personas: [],
  strategies: [
    {
      id: 'fbs-2018-2022',
      title: 'Functional Bureau Strategy',
      firstYear: 2018,
      lastYear: 2022,
      state: 'in_force',
      permissions: ['enter values'],
    },
  ],
};

/** For tests: shows a part of a screen where its links and its session work, without the site around it. */
export const renderInSite = async (part: ReactNode, address = '/'): Promise<RenderResult> => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queryClient.setQueryData(sessionQuery.queryKey, session);
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part, validateSearch: readSiteSearch }),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  await router.load();
  return render(
    <QueryClientProvider client={queryClient}>
      {/* The links of the part lead to routes that this small router does not have; only their addresses matter. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
};
