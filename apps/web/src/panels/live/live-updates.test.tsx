// @vitest-environment happy-dom
import type { Change } from '@fbs/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import LiveUpdates from './live-updates.tsx';

/** The browser's own EventSource, in the hands of the test. */
let source: EventTarget;
const say = (name: string, data: unknown): void => {
  act(() => {
    source.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  });
};
const change = (index: number, more: Partial<Change> = {}): Change => ({
  kind: 'value',
  strategy: 'fbs-2018-2022',
  indicator: `1.2-${index}`,
  year: 2022,
  by: 'Priya Nair',
  own: false,
  ...more,
});

let figure = 1;
let asked = 0;
const figureQuery = queryOptions({
  queryKey: ['figure'],
  queryFn: async () => {
    asked += 1;
    return { figure, dataVersion: 5 };
  },
});
const Screen = () => {
  const { data } = useQuery(figureQuery);
  return (
    <main id="main">
      <ul>
        <li>{data === undefined ? 'nothing' : `figure ${data.figure}`}</li>
      </ul>
    </main>
  );
};

beforeEach(async () => {
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      onerror = null;
      constructor() {
        super();
        source = this;
      }
      close(): void {}
    },
  );
  [figure, asked] = [1, 0];
  await renderInSite(
    <>
      <Screen />
      <LiveUpdates />
    </>,
  );
  await screen.findByText('figure 1');
  say('hello', { dataVersion: 5 });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('thirty changes elsewhere are asked for once, marked, and said in one sentence', async () => {
  figure = 2;
  for (let index = 0; index < 30; index += 1)
    say('changed', { dataVersion: 6 + index, changes: [change(index)], more: 0 });
  expect(await screen.findByText('Priya Nair changed 30 figures', {}, { timeout: 4000 })).toBeTruthy();
  expect(asked).toBe(2);
  expect(screen.getByText('figure 2').hasAttribute('data-changed')).toBe(true);
});

test('what changes nothing on this screen is not said', async () => {
  say('changed', { dataVersion: 6, changes: [change(1)], more: 0 });
  await waitFor(() => expect(asked).toBe(2));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(screen.queryByLabelText('Changes and connection')).toBeNull();
});

test('what the same person did in another tab is asked for, and neither marked nor said', async () => {
  figure = 2;
  await new Promise((resolve) => setTimeout(resolve, 450));
  say('changed', { dataVersion: 6, changes: [change(1, { own: true })], more: 0 });
  expect(await screen.findByText('figure 2', {}, { timeout: 4000 })).toBeTruthy();
  expect(document.querySelector('[data-changed]')).toBeNull();
  expect(screen.queryByLabelText('Changes and connection')).toBeNull();
});

test('what changed while nobody listened is asked for when the server greets again', async () => {
  figure = 3;
  say('hello', { dataVersion: 5 });
  say('hello', { dataVersion: 9 });
  expect(await screen.findByText('figure 3')).toBeTruthy();
  expect(asked).toBe(2);
});

test('what changed after it was read and before the first greeting is asked for, also where it says no state', async () => {
  cleanup();
  let read = 0;
  const queryFn = async () => {
    read += 1;
    return { text: `read ${read}` };
  };
  const Text = () => <p>{useQuery({ queryKey: ['text'], queryFn }).data?.text}</p>;
  await renderInSite(
    <>
      <Text />
      <LiveUpdates />
    </>,
  );
  await screen.findByText('read 1');
  say('hello', { dataVersion: 6 });
  expect(await screen.findByText('read 2')).toBeTruthy();
});

test('somebody who types when the session ends is told, and leaves only when asked to', async () => {
  const session = { mode: 'evaluation', today: '2022-12-15', person: null, personas: [], strategies: [] };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(session)));
  const field = document.body.appendChild(document.createElement('textarea'));
  field.focus();
  say('ended', {});
  expect(
    await screen.findByText('You are signed out. What you are typing is still here: sign in again to go on.'),
  ).toBeTruthy();
  expect(document.activeElement).toBe(field);
  expect(screen.getByRole('button', { name: 'Sign in again' })).toBeTruthy();
  field.remove();
});

test('another strategy is none of this screen', async () => {
  say('changed', { dataVersion: 6, changes: [change(1, { strategy: 'another' })], more: 0 });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(asked).toBe(1);
});
