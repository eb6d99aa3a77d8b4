// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { EditionMerge } from './edition-merge.tsx';
import { FileTree } from './file-tree.tsx';
import type { Difference, FilePart, PartChange, StrategyFile } from './import-queries.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const onMerged = vi.fn();
const file = new File(['<StrategicPlan/>'], 'plan.xml');
const change = (given: Partial<PartChange>): PartChange => ({
  ...{ kind: 'objective', change: 'added', code: '1.2', name: 'Training', to: null, fields: [], held: null },
  ...given,
});
const changes = [
  change({}),
  change({
    change: 'changed',
    code: '1.1',
    name: 'Sampling',
    fields: [{ field: 'Short name', before: 'Samples', after: '' }],
  }),
  change({ change: 'removed', code: '1.3', name: 'Permits', held: '1.3 stays.' }),
  change({ kind: 'indicator', change: 'removed', code: '1.1-A', name: 'Boats' }),
];
const difference = (state: Difference['state'], some: readonly PartChange[] = changes): Difference => ({
  ...{ strategy: 'rivers', title: 'Rivers', state, version: 3, changes: some },
});

test('everything but removal is chosen at first, and what is taken over goes out with the version that was seen', async () => {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push(new Request(`http://localhost${url}`, { ...init, body: null }));
    const form = init.body as FormData;
    expect(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))).toEqual({
      ...{ added: 'false', changed: 'true', moved: 'true', removed: 'true' },
    });
    return Response.json({ merged: 2 });
  });
  await renderInSite(<EditionMerge difference={difference('draft')} file={file} onMerged={onMerged} />);
  const removal = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Remove what is not in the file.*\(1\)$/ });
  expect(removal.checked).toBe(false);
  await userEvent.click(removal);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Add what is new (1)' }));
  await userEvent.click(screen.getByRole('button', { name: 'Take over 2 differences' }));
  await vi.waitFor(() => expect(onMerged).toHaveBeenCalledExactlyOnceWith(2));
  expect(sent[0]?.url).toContain('/api/admin/strategies/rivers/merge');
  expect(sent[0]?.headers.get('if-match')).toBe('"3"');
});

test('each difference is said in words, with both texts where words changed', async () => {
  await renderInSite(<EditionMerge difference={difference('draft')} file={file} onMerged={onMerged} />);
  within(screen.getByRole('row', { name: /Permits/ })).getByText('1.3 stays.');
  within(screen.getByRole('row', { name: /Boats/ })).getByText('Is retired, and keeps its history.');
  const row = within(screen.getByRole('row', { name: /Sampling/ }));
  row.getByText('Samples');
  row.getByText('nothing');
});

test('a strategy in force is compared and never merged into', async () => {
  await renderInSite(<EditionMerge difference={difference('in_force')} file={file} onMerged={onMerged} />);
  screen.getByText(/Rivers is in force: nothing of it can be taken over/);
  expect(screen.queryByRole('button')).toBeNull();
});

test('an edition that says what is recorded has nothing to take over', async () => {
  await renderInSite(<EditionMerge difference={difference('draft', [])} file={file} onMerged={onMerged} />);
  screen.getByText(/there is nothing to take over/);
});

const part = (given: Partial<FilePart> & Pick<FilePart, 'kind' | 'code' | 'name'>): FilePart => ({
  ...{ depth: 0, text: '', facts: '', identifier: null, kept: '' },
  ...given,
});
const fileWith = (parts: readonly FilePart[]): StrategyFile => ({ parts }) as unknown as StrategyFile;
const goal = (code: string) => part({ kind: 'goal', code, name: `Name of ${code}` });

test('the tree shows every part with its text, its identifier and its other words; of many, the goals are folded', async () => {
  const objective = part({
    kind: 'objective',
    code: '1.1',
    name: 'Sampling',
    text: 'Take samples',
    identifier: '_o1',
    kept: 'Mood: calm',
  });
  const { unmount } = await renderInSite(<FileTree file={fileWith([goal('1'), objective])} />);
  const item = within(screen.getByRole('listitem'));
  item.getByText('Take samples');
  item.getByText('Identifier: _o1');
  item.getByText('Mood: calm');
  expect(screen.getByText('Name of 1').closest('details')?.open).toBe(true);
  unmount();
  await renderInSite(<FileTree file={fileWith(Array.from({ length: 40 }, (_, at) => goal(`${at + 1}`)))} />);
  expect(screen.getByText('Name of 7').closest('details')?.open).toBe(false);
});
