// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { ImportRowsTable } from './import-rows-table.tsx';
import type { ImportDetail, ImportOutcome } from './imports-queries.ts';

afterEach(cleanup);

const row = (number: number, outcome: ImportOutcome, sentence: string) => ({
  sheet: 'Values',
  row: number,
  column: null,
  indicator: '1.2-D',
  year: 2022,
  what: 'Value',
  outcome,
  sentence,
  before: null,
  after: '4,870',
});

const detailOf = (rows: ImportDetail['rows']): ImportDetail => {
  const counts = { inserted: 0, changed: 0, unchanged: 0, warned: 0, refused: 0, conflict: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return {
    id: 'i',
    fileName: 'figures.csv',
    state: 'tried',
    version: 1,
    counts,
    tried: { person: 'Dana Whitfield', at: '2022-12-01T10:00:00.000Z' },
    committedAt: null,
    undone: null,
    mayCommit: true,
    mayUndo: false,
    notices: [],
    rows,
  };
};

const bodyRows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

test('the counts show the rows of one outcome alone, and all of them again', async () => {
  const rows = [row(2, 'inserted', 'A new value.'), row(3, 'refused', 'This is no number.')];
  await renderInSite(<ImportRowsTable detail={detailOf(rows)} />);
  expect(bodyRows()).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Refused 1' }));
  expect(screen.getByRole('button', { name: 'Refused 1' }).getAttribute('aria-pressed')).toBe('true');
  expect(bodyRows().map((each) => each.textContent)).toEqual([expect.stringContaining('This is no number.')]);
  fireEvent.click(screen.getByRole('button', { name: 'All 2' }));
  expect(bodyRows()).toHaveLength(2);
});

test('a long file is shown in parts', async () => {
  const rows = Array.from({ length: 250 }, (_, index) => row(index + 2, 'changed', 'Changes: value.'));
  await renderInSite(<ImportRowsTable detail={detailOf(rows)} />);
  expect(bodyRows()).toHaveLength(200);
  fireEvent.click(screen.getByRole('button', { name: 'Show more (200 of 250 rows shown)' }));
  expect(bodyRows()).toHaveLength(250);
});
