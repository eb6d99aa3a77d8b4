// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { DiscussionDisclosure, DiscussionSection } from './discussion-panel.tsx';
import type { DiscussionOfYear } from './discussion-queries.ts';

const place = { strategy: 'fbs-2018-2022', indicator: '1.2-D', year: 2022, asOf: undefined };
const url = '/api/strategies/fbs-2018-2022/indicators/1.2-D/discussion/2022';

const said = (id: string, resolved: boolean): DiscussionOfYear['comments'][number] => ({
  id,
  text: 'Is it in, @Ann Lee? <b>See</b> https://www.state.gov',
  mentions: [{ id: 'ann', name: 'Ann Lee' }],
  person: 'Dana Whitfield',
  at: '2022-11-01T12:00:00.000Z',
  resolved: resolved ? { person: 'Ann Lee', at: '2022-11-02T12:00:00.000Z' } : null,
  version: resolved ? 2 : 1,
});
const discussion: DiscussionOfYear = {
  asOf: null,
  comments: [said('a', false), said('b', true)],
  open: 1,
  people: [
    { id: 'dana', name: 'Dana Whitfield', title: 'Planner' },
    { id: 'ann', name: 'Ann Lee', title: 'Reviewer' },
  ],
  unseen: 0,
  rights: { write: true },
};

type Sent = { readonly url: string; readonly init: RequestInit | undefined };

/** A server that answers the discussion, and takes writes as it is told. */
const serve = (answer: DiscussionOfYear, write: () => Response = () => new Response('{}', { status: 201 })): Sent[] => {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if ((init?.method ?? 'GET') === 'GET') return new Response(JSON.stringify(answer));
    sent.push({ url: address, init });
    return write();
  });
  return sent;
};

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const section = <DiscussionSection place={place} label="FY 2022" />;

test('folded, it says how many comments are open', async () => {
  serve(discussion);
  await renderInSite(<DiscussionDisclosure place={place} />);
  expect(await screen.findByText('Discussion (1 open)')).toBeDefined();
});

test('a comment is plain text: its mention is set off, its address is no link', async () => {
  serve(discussion);
  await renderInSite(section);
  const [first] = await screen.findAllByText(/<b>See<\/b> https:\/\/www\.state\.gov/);
  expect(first?.querySelector('b')?.textContent).toBe('@Ann Lee');
  expect(screen.queryByRole('link')).toBeNull();
});

test('who is mentioned in it has seen it once it comes into view, and not before', async () => {
  let look: (isIntersecting: boolean) => void = () => undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        look = (isIntersecting) => tell([{ isIntersecting }]);
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  const sent = serve({ ...discussion, unseen: 1 }, () => new Response('{"today":"2022-11-03","items":[]}'));
  await renderInSite(section);
  await screen.findAllByText(/<b>See/);
  look(false);
  expect(sent).toEqual([]);
  look(true);
  const body = JSON.stringify({ indicator: '1.2-D', year: 2022, kind: 'mentioned' });
  await waitFor(() =>
    expect(sent).toMatchObject([{ url: '/api/strategies/fbs-2018-2022/my-work/seen', init: { method: 'POST', body } }]),
  );
});

test('a person is mentioned from the keyboard alone', async () => {
  const sent = serve({ ...discussion, comments: [], open: 0 });
  await renderInSite(section);
  const area = await screen.findByLabelText<HTMLTextAreaElement>('Comment');
  await userEvent.type(area, 'Ask @');
  const options = within(screen.getByRole('listbox', { name: 'People' })).getAllByRole('option');
  expect(area.getAttribute('aria-activedescendant')).toBe(options[0]?.id);
  await userEvent.keyboard('{ArrowDown}');
  expect(area.getAttribute('aria-activedescendant')).toBe(options[1]?.id);
  await userEvent.keyboard('{Enter}');
  expect(area.value).toBe('Ask @Ann Lee ');
  expect(screen.queryByRole('listbox')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Add the comment' }));
  await waitFor(() => expect(area.value).toBe(''));
  expect(sent).toMatchObject([
    { url, init: { method: 'POST', body: JSON.stringify({ text: 'Ask @Ann Lee', mentions: ['ann'] }) } },
  ]);
});

test('after a name one goes on writing behind it, within a text', async () => {
  serve(discussion);
  await renderInSite(section);
  const area = await screen.findByLabelText<HTMLTextAreaElement>('Comment');
  await userEvent.type(area, 'Ask  now');
  await userEvent.type(area, '@ann{Enter}or me ', { initialSelectionStart: 4, initialSelectionEnd: 4 });
  expect(area.value).toBe('Ask @Ann Lee or me now');
});

test('Escape closes the list and leaves what was typed', async () => {
  serve(discussion);
  await renderInSite(section);
  const area = await screen.findByLabelText<HTMLTextAreaElement>('Comment');
  await userEvent.type(area, '@an{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(area.value).toBe('@an');
});

test('an empty comment is not sent, and a refused one stays in its field, also after a look elsewhere', async () => {
  const sent = serve(discussion, () => new Response('{"detail":"Sign in first."}', { status: 401 }));
  const { unmount } = await renderInSite(section);
  await userEvent.click(await screen.findByRole('button', { name: 'Add the comment' }));
  expect(screen.getByText('Write the comment first')).toBeDefined();
  expect(sent).toEqual([]);
  await userEvent.type(screen.getByLabelText('Comment'), 'Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Add the comment' }));
  expect(await screen.findByText('Sign in first.')).toBeDefined();
  unmount();
  await renderInSite(section);
  expect((await screen.findByLabelText<HTMLTextAreaElement>('Comment')).value).toBe('Hello');
});

test('a comment is resolved on the version that was seen; who was slower is told', async () => {
  const stale = { title: 'Stale', current: said('a', true) };
  const sent = serve(discussion, () => new Response(JSON.stringify(stale), { status: 412 }));
  await renderInSite(section);
  await userEvent.click(await screen.findByRole('button', { name: 'Resolve the comment of Dana Whitfield' }));
  expect(await screen.findByText(/Someone else changed this comment first/)).toBeDefined();
  expect(sent[0]?.url).toBe(`${url}/a/resolve`);
  expect(new Headers(sent[0]?.init?.headers).get('if-match')).toBe('"1"');
});

test('who only reads finds no field and no button', async () => {
  serve({ ...discussion, rights: { write: false } });
  await renderInSite(section);
  await screen.findByText('Resolved (1)');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test('that it cannot be loaded is said, with a way on', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"title":"Down"}', { status: 503 }));
  await renderInSite(section);
  expect(await screen.findByText('The discussion could not be loaded')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});
