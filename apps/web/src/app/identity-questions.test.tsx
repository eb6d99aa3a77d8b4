// @vitest-environment happy-dom
import { assessmentLabels } from '@fbs/core';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../lib/api-client.ts';
import { renderInSite } from '../testing/render-in-site.tsx';
import { IdentityQuestions } from './identity-questions.tsx';

const session = {
  mode: 'evaluation',
  today: '2022-12-15',
  person: {
    id: 'p',
    name: 'Planner',
    roles: ['planner'],
    section: 'RMP',
    permissions: [],
    method: 'persona',
    idleMinutes: 30,
  },
  personas: [{ persona: 'planner', name: 'Planner', title: '', roles: ['planner'], section: 'RMP', permissions: [] }],
  strategies: [],
  signIn: { password: false, singleSignOn: null },
  assessmentNames: assessmentLabels,
  dataVersion: 5,
};

const refusal = (status: number, code: string): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, detail: code, code }), { status });

/** A server that refuses writes until somebody has shown who they are. */
const serve = (status: number, code: string) => {
  const sent: string[] = [];
  let isKnown = false;
  vi.stubGlobal('fetch', async (address: string, { method = 'GET' }: RequestInit = {}) => {
    sent.push(`${method} ${address}`);
    if (method === 'POST' && address.startsWith('/api/session')) {
      isKnown = true;
      return new Response(JSON.stringify({ ...session, outcome: 'proved' }));
    }
    if (address === '/api/session') return new Response(JSON.stringify(session));
    return isKnown ? new Response('{"ended":1}') : refusal(status, code);
  });
  return sent;
};

const write = () => call('DELETE /api/people/:person/sessions', { params: { person: 'p' } });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what was refused since the session ended is sent again once somebody has signed in, all of it after one question', async () => {
  const sent = serve(401, 'not_signed_in');
  await renderInSite(<IdentityQuestions />);
  const answers = Promise.all([write(), write()]);
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in again as Planner' }));
  expect(await answers).toEqual([{ ended: 1 }, { ended: 1 }]);
  expect(sent.filter((each) => each === 'POST /api/session')).toHaveLength(1);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('who leaves the question unanswered is refused, and nothing is sent again', async () => {
  const sent = serve(403, 'proof_needed');
  await renderInSite(<IdentityQuestions />);
  const answer = write().catch((error: Error) => error.message);
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(await answer).toBe('proof_needed');
  expect(sent).toHaveLength(1);
});

test('a refusal for another reason asks nobody anything', async () => {
  serve(403, 'not_allowed');
  await renderInSite(<IdentityQuestions />);
  expect(await write().catch((error: Error) => error.message)).toBe('not_allowed');
  expect(screen.queryByRole('dialog')).toBeNull();
});
