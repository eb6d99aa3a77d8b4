// @vitest-environment happy-dom
import { assessmentLabels } from '@fbs/core';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Session } from '../lib/session.ts';
import { Providers } from './providers.tsx';

configure({ asyncUtilTimeout: 15_000 });

// what a screen asks for later would still be on its way when the tests are over
beforeAll(async () => {
  await import('../features/overview/overview-body.tsx');
});

const signIn = { password: false, singleSignOn: null };
const signedOut: Session = {
  mode: 'evaluation',
  today: '2022-12-15',
  person: null,
  personas: [],
  strategies: [],
  signIn,
  assessmentNames: assessmentLabels,
  dataVersion: 5,
};
const signedIn: Session = {
  ...signedOut,
  person: {
    id: 'p',
    name: 'Planner',
    roles: ['planner'],
    section: 'RMP',
    permissions: [],
    method: 'persona',
    idleMinutes: 30,
  },
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

const problem = { type: 'about:blank', title: 'You are not signed in', status: 401, code: 'not_signed_in' };

/** The count of work in the navigation is still on its way; every other question is refused. */
const serve = (session: Session): void => {
  vi.stubGlobal('fetch', async (address: string) => {
    if (address === '/api/session') return new Response(JSON.stringify(session));
    if (address.includes('/my-work')) return new Promise<Response>(() => undefined);
    return new Response(JSON.stringify(problem), { status: 401 });
  });
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (address: string): void => {
  vi.stubGlobal('scrollTo', () => undefined);
  window.history.replaceState(null, '', address);
  render(<Providers />);
};

const returnTo = (): string | null => new URLSearchParams(window.location.search).get('returnTo');

test('who is not signed in is led to the sign-in, and back afterwards', async () => {
  serve(signedOut);
  show('/method?year=2020');
  await waitFor(() => expect(window.location.pathname).toBe('/sign-in'));
  expect(returnTo()).toBe('/method?year=2020');
});

test('a session that ends while reading leads to the sign-in', async () => {
  serve(signedIn);
  show('/?year=2021');
  await waitFor(() => expect(window.location.pathname).toBe('/sign-in'));
  expect(returnTo()).toBe('/?year=2021');
});

test('an address that does not exist says so inside the shell', async () => {
  serve(signedIn);
  show('/nowhere');
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy();
});

test('an earlier day is said on every screen', async () => {
  serve(signedIn);
  show('/nowhere?asOf=2020-12-31');
  expect(await screen.findByText('as it stood at the end of Dec. 31, 2020')).toBeTruthy();
});

test('an evaluation says that some figures are invented', async () => {
  serve(signedIn);
  show('/nowhere');
  expect((await screen.findByLabelText('Evaluation data')).textContent).toContain('are invented');
});
