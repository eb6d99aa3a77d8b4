// @vitest-environment happy-dom
import type { EntryRow } from '@fbs/contract';
import { act, cleanup, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { EntryGrid } from './entry-grid.tsx';
import type { GridHandlers } from './grid-handlers.ts';
import { type Column, columnsOfYear, columnsOfYears, type Place } from './grid-moves.ts';
import { exampleRow } from './testing/entry-row-example.ts';
import type { CellKey, TypedCell } from './typed-cells.ts';
import type { Grid } from './use-grid.ts';

afterEach(cleanup);

const nothing = () => undefined;
const none = () => null;
const handlers = new Proxy({}, { get: () => nothing }) as GridHandlers;
const blocks = { onCopy: () => false, onCut: nothing, onPaste: nothing };
const unselected: ReadonlySet<string> = new Set();

/** Rows that count how often they are drawn, by the reads of their name. */
const countedRows = (count: number) => {
  const drawn = { rows: 0 };
  const rows = Array.from({ length: count }, (_, at): EntryRow => {
    const row = exampleRow(`1.2-${at}`);
    return Object.defineProperty(row, 'name', {
      enumerable: true,
      get: () => {
        drawn.rows += 1;
        return 'An indicator';
      },
    });
  });
  return { rows, drawn };
};

const gridAt = (rows: readonly EntryRow[], columns: readonly Column[], years: readonly number[]) => {
  const objective = { code: '1.2', goal: '1', shortName: 'Criminal justice', statement: 'Build capacity' };
  const byCode = new Map(rows.map((row) => [row.code, years.map(() => row)]));
  const shared = {
    year: 2022,
    years,
    sheet: { codes: rows.map(({ code }) => code), columns },
    threshold: '10',
    goals: [{ code: '1', shortName: 'Prosecution' }],
    groups: [{ objective, rows }],
    rowsOf: (code: string) => byCode.get(code) ?? [],
    blocks,
    lockOf: none,
    selected: unselected,
    onSelectAll: nothing,
    handlers,
  };
  return (active: Place, typed: ReadonlyMap<CellKey, TypedCell> = new Map()) => {
    const grid = { frame: createRef(), active, editing: null, range: null } as unknown as Grid;
    return <EntryGrid {...shared} grid={grid} typed={typed} />;
  };
};

describe('a grid of many rows', () => {
  test.each([
    ['of one year', columnsOfYear, [2022], 'value'],
    ['of all years', columnsOfYears([2021, 2022]), [2021, 2022], 'value-2022'],
  ] as const)(
    '%s draws the rows in the window, and of them anew only those that a step or a letter touches',
    (_, columns, years, column) => {
      const { rows, drawn } = countedRows(400);
      const gridWith = gridAt(rows, columns, years);
      const { rerender } = render(gridWith({ code: '1.2-5', column }));
      expect(drawn.rows).toBeGreaterThan(20);
      expect(drawn.rows).toBeLessThan(80);
      drawn.rows = 0;
      rerender(gridWith({ code: '1.2-6', column }));
      expect(drawn.rows).toBe(2);
      drawn.rows = 0;
      const seen = { text: '', version: 0 };
      const place = { code: '1.2-6', field: 'value', year: 2022 } as const;
      const cell: TypedCell = {
        ...place,
        text: '4',
        seen,
        status: 'typing',
        reason: null,
        theirs: null,
        grounds: null,
      };
      rerender(gridWith({ code: '1.2-6', column }, new Map([['1.2-6:value:2022', cell]])));
      expect(drawn.rows).toBe(1);
    },
  );

  test('says how many lines it has and which ones it draws, and always draws the active cell with its objective', () => {
    const { rows } = countedRows(400);
    const gridWith = gridAt(rows, columnsOfYear, [2022]);
    const { container, rerender } = render(gridWith({ code: '1.2-399', column: 'value' }));
    const lineOf = (name: string) => container.querySelector(`[data-line="${name}"]`)?.getAttribute('aria-rowindex');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('403');
    const drawn = ['goal 1', 'objective 1.2', '1.2-0', '1.2-399'].map(lineOf);
    expect(drawn).toEqual(['2', '3', '4', '403']);
    expect(screen.getByRole('rowheader', { name: 'Goal 1 Prosecution' })).toBeDefined();
    expect(lineOf('1.2-200')).toBeUndefined();
    const gaps = () => [...container.querySelectorAll<HTMLElement>('.grid__gap td')].map(({ style }) => style.height);
    expect(gaps()).toHaveLength(1);
    rerender(gridWith({ code: '1.2-0', column: 'value' }));
    expect(lineOf('1.2-399')).toBeUndefined();
    expect(gaps()).toHaveLength(1);
  });

  test('is whole on paper', () => {
    const { rows } = countedRows(400);
    const { container } = render(gridAt(rows, columnsOfYear, [2022])({ code: '1.2-0', column: 'value' }));
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(container.querySelectorAll('[data-line]')).toHaveLength(402);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(container.querySelectorAll('[data-line]').length).toBeLessThan(80);
  });
});
