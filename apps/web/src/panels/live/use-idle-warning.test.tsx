// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import LiveUpdates from './live-updates.tsx';

const minutes = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 60_000));
const asked: (string | null)[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  asked.length = 0;
  vi.stubGlobal('fetch', async (_address: string, { headers }: RequestInit) => {
    asked.push(new Headers(headers).get('x-unattended'));
    return new Response(JSON.stringify({ person: { id: 'p' } }));
  });
  await renderInSite(<LiveUpdates />);
  fireEvent.keyDown(document.body, { key: 'a' });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('whoever leaves the page is told in time, and stays by one button', async () => {
  await minutes(27.5);
  expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull();
  await minutes(1);
  expect(screen.getByText(/you will be signed out in (a minute|2 minutes)/)).toBeTruthy();
  const button = screen.getByRole('button', { name: 'Stay signed in' });
  fireEvent.pointerDown(button);
  await act(async () => fireEvent.click(button));
  await minutes(0.1);
  expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull();
  expect(asked.at(-1)).toBeNull();
});

test('whoever types on for an hour without asking the server anything is kept, and never told', async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    fireEvent.keyDown(document.body, { key: 'a' });
    await minutes(1);
    expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull();
  }
  expect(asked.filter((unattended) => unattended === null).length).toBeGreaterThan(5);
});
