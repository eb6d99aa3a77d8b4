// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import type { PersonEntry } from './people-queries.ts';
import { PersonForm } from './person-form.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ana: PersonEntry = {
  ...{ id: 'a', name: 'Ana Lopez', title: 'Analyst', email: 'ana@example.gov', section: 'IP', roles: ['contributor'] },
  ...{ active: true, entered: true, lastSignIn: null, password: true, secondFactor: false, link: null },
  ...{ lastAdministrator: false, version: 1 },
};
const theirs: PersonEntry = { ...ana, title: 'Chief', version: 2 };

type Sent = { readonly ifMatch: string | null; readonly title: string };

/** A server on which somebody else saved version 2. */
const overtakenServer = (): Sent[] => {
  const sent: Sent[] = [];
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  const fetched = async (_address: string, { headers, body }: RequestInit) => {
    const { title } = JSON.parse(String(body)) as { title: string };
    const ifMatch = new Headers(headers).get('if-match');
    sent.push({ ifMatch, title });
    return ifMatch === '"2"' ? answer(200, { ...theirs, title, version: 3 }) : answer(412, { current: theirs });
  };
  vi.stubGlobal('fetch', vi.fn(fetched));
  return sent;
};

const typeTitle = async (title: string): Promise<void> => {
  await userEvent.clear(screen.getByLabelText(/^Title/));
  await userEvent.type(screen.getByLabelText(/^Title/), title);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
};

test('what was typed stays where somebody else was faster, and saving again replaces theirs', async () => {
  const sent = overtakenServer();
  await renderInSite(<PersonForm person={ana} sections={[{ code: 'IP', name: 'International Programs' }]} />);
  await typeTitle('Director');
  const notice = await screen.findByRole('status');
  expect(
    within(notice)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Title: Chief']);
  expect((screen.getByLabelText(/^Title/) as HTMLInputElement).value).toBe('Director');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  expect(sent).toEqual([
    { ifMatch: '"1"', title: 'Director' },
    { ifMatch: '"2"', title: 'Director' },
  ]);
});

test('theirs can be taken over instead', async () => {
  overtakenServer();
  await renderInSite(<PersonForm person={ana} sections={[{ code: 'IP', name: 'International Programs' }]} />);
  await typeTitle('Director');
  await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }));
  expect((screen.getByLabelText(/^Title/) as HTMLInputElement).value).toBe('Chief');
  expect(screen.queryByRole('button', { name: 'Take theirs' })).toBeNull();
});
