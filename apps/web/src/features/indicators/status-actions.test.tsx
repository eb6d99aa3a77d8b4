// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { StatusActions } from './status-actions.tsx';
import { exampleDefinition, examplePage } from './testing/indicator-example.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const pageWith = (status: 'proposed' | 'adopted' | 'retired') =>
  examplePage([], {
    version: 3,
    definition: { ...exampleDefinition, status },
    rights: { edit: true, writeNotes: true },
  });

test.each([
  ['proposed', ['Adopt', 'Retire']],
  ['adopted', ['Retire']],
  ['retired', ['Adopt again']],
] as const)('what is %s can be given the steps that follow', async (status, buttons) => {
  await renderInSite(<StatusActions page={pageWith(status)} />);
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(buttons);
});

test('retiring asks for a reason, and sends it with the version that was seen', async () => {
  const fetch = vi.fn(async (_address: string, _request: RequestInit) => new Response('{}'));
  vi.stubGlobal('fetch', fetch);
  await renderInSite(<StatusActions page={pageWith('adopted')} />);
  await userEvent.click(screen.getByRole('button', { name: 'Retire' }));
  const retire = () => screen.getAllByRole('button', { name: 'Retire' }).at(-1) as HTMLElement;
  await userEvent.click(retire());
  expect(screen.getByText('Say why')).toBeDefined();
  expect(fetch).not.toHaveBeenCalled();
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Replaced by 1.2-E.');
  await userEvent.click(retire());
  await waitFor(() => expect(fetch).toHaveBeenCalled());
  const [address, request] = fetch.mock.calls[0] ?? [];
  expect(address).toBe('/api/strategies/fbs-2018-2022/indicators/1.2-D');
  expect(new Headers(request?.headers).get('if-match')).toBe('"3"');
  expect(request?.body).toBe(JSON.stringify({ reason: 'Replaced by 1.2-E.', definition: { status: 'retired' } }));
});

test('where somebody else was faster it says so, and keeps the reason', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"title":"Changed meanwhile","current":{}}', { status: 412 }));
  await renderInSite(<StatusActions page={pageWith('adopted')} />);
  await userEvent.click(screen.getByRole('button', { name: 'Retire' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Replaced.');
  await userEvent.click(screen.getAllByRole('button', { name: 'Retire' }).at(-1) as HTMLElement);
  expect(await screen.findByText(/Someone changed this indicator/)).toBeDefined();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reason' }).value).toBe('Replaced.');
});
