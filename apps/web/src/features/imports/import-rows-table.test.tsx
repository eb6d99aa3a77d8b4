// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { ImportRowsTable } from './import-rows-table.tsx';
import type { ImportDetail, ImportOutcome } from './imports-queries.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

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

/** A server that has these rows. */
const serve = (rows: ImportDetail['rows']): ImportDetail => {
  vi.stubGlobal('fetch', async (address: string) => {
    const query = new URL(address, 'http://office').searchParams;
    const [from, outcome] = [Number(query.get('from')), query.get('outcome')];
    const found = [...rows.entries()].filter(
      ([at, each]) => at >= from && (outcome === null || each.outcome === outcome),
    );
    const limit = Number(query.get('limit'));
    const page = { rows: found.slice(0, limit).map(([, each]) => each), next: found[limit]?.[0] ?? null };
    return new Response(JSON.stringify(page));
  });
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
    progress: null,
    mayCommit: true,
    mayCancel: false,
    mayUndo: false,
    notices: [],
    rows: [],
    next: null,
  };
};

const bodyRows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

test('the counts show the rows of one outcome alone, and all of them again', async () => {
  const detail = serve([row(2, 'inserted', 'A new value.'), row(3, 'refused', 'This is no number.')]);
  await renderInSite(<ImportRowsTable strategy="fbs-2018-2022" detail={detail} />);
  await waitFor(() => expect(bodyRows()).toHaveLength(2));
  fireEvent.click(screen.getByRole('button', { name: 'Refused 1' }));
  expect(screen.getByRole('button', { name: 'Refused 1' }).getAttribute('aria-pressed')).toBe('true');
  await waitFor(() =>
    expect(bodyRows().map((each) => each.textContent)).toEqual([expect.stringContaining('This is no number.')]),
  );
  fireEvent.click(screen.getByRole('button', { name: 'All 2' }));
  await waitFor(() => expect(bodyRows()).toHaveLength(2));
});

test('a long file is shown page by page, forth and back', async () => {
  const rows = Array.from({ length: 1450 }, (_, index) =>
    row(index + 2, index % 2 === 0 ? 'changed' : 'refused', 'So it is.'),
  );
  await renderInSite(<ImportRowsTable strategy="fbs-2018-2022" detail={serve(rows)} />);
  await waitFor(() => expect(bodyRows()).toHaveLength(200));
  const pages = screen.getByRole('navigation', { name: 'Rows of the file' });
  expect(pages.textContent).toContain('Rows 1 to 200 of 1,450');
  fireEvent.click(screen.getByRole('button', { name: 'Refused 725' }));
  for (const words of ['Rows 201 to 400 of 725', 'Rows 401 to 600 of 725', 'Rows 601 to 725 of 725']) {
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Later rows' }).hasAttribute('disabled')).toBe(false),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Later rows' }));
    await waitFor(() => expect(pages.textContent).toContain(words));
  }
  await waitFor(() => expect(bodyRows()).toHaveLength(125));
  expect(screen.getByRole('button', { name: 'Later rows' }).hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Earlier rows' }));
  await waitFor(() => expect(pages.textContent).toContain('Rows 401 to 600 of 725'));
});
