// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { WorkItem } from '../../lib/my-work.ts';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { PanelWorkflow } from './panel-workflow.tsx';
import { exampleRow } from './testing/entry-row-example.ts';
import type { EntryWrites } from './use-entry-writes.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const done: WorkItem = {
  kind: 'draft',
  year: 2022,
  indicator: '1.2-D',
  objective: null,
  name: 'People trained',
  section: 'IP',
  day: '2022-11-30',
  late: true,
  reason: 'Submit it.',
};
const other: WorkItem = { ...done, kind: 'overdue', indicator: '2.2-B', name: 'Victims referred' };

const show = async (items: WorkItem[], submit: () => Promise<unknown> = async () => undefined) => {
  vi.stubGlobal('fetch', async () => Response.json({ today: '2022-12-15', items }));
  const onNext = vi.fn();
  const said: string[] = [];
  window.addEventListener('fbs:announce', (event) => said.push((event as CustomEvent<string>).detail));
  const nothing = () => undefined;
  const row = exampleRow('1.2-D', { rights: { submit: true } });
  const writes = { submit } as unknown as EntryWrites;
  await renderInSite(<PanelWorkflow row={row} writes={writes} onCorrect={nothing} onDone={nothing} onNext={onNext} />);
  expect(screen.queryByRole('link')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  return { onNext, said };
};

test('after a value is submitted the next thing is one link away, said aloud, and the focus is on what was done', async () => {
  const { onNext, said } = await show([done, other]);
  const words = 'Next: 2.2-B Victims referred (overdue)';
  const link = await screen.findByRole('link', { name: words });
  expect(link.getAttribute('href')).toBe('/entry?year=2022&indicator=2.2-B');
  expect(document.activeElement).toBe(screen.getByText('1.2-D is submitted.'));
  await waitFor(() => expect(said).toEqual(['1.2-D: submitted', words]));
  await userEvent.click(link);
  expect(onNext).toHaveBeenCalledWith('2.2-B', 2022);
});

test('the next thing of another year says its year', async () => {
  await show([{ ...other, year: 2021 }]);
  expect(await screen.findByRole('link', { name: /\(overdue, FY 2021\)$/ })).toBeDefined();
});

test('where nothing else waits, it says so and leads to My work', async () => {
  await show([done]);
  const link = await screen.findByRole('link', { name: 'Go to My work' });
  expect(link.getAttribute('href')).toBe('/my-work');
  expect(screen.getByText(/Nothing else is waiting for you\./)).toBeDefined();
});

test('a refused write offers nothing to go on to', async () => {
  await show([other], () => Promise.reject(new Error('No.')));
  expect(await screen.findByText('This was refused')).toBeDefined();
  expect(screen.queryByRole('link')).toBeNull();
});

test('whoever went on typing elsewhere meanwhile keeps the focus there', async () => {
  const note = document.createElement('textarea');
  document.body.append(note);
  await show([other], async () => note.focus());
  expect(await screen.findByText('1.2-D is submitted.')).toBeDefined();
  expect(document.activeElement).toBe(note);
  note.remove();
});
