// @vitest-environment happy-dom
import type { EntryRow } from '@fbs/contract';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, useSyncExternalStore } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkCell, needsReason } from './cell-work.ts';
import { EntryGrid } from './entry-grid.tsx';
import { useSteadyHandlers } from './grid-handlers.ts';
import { exampleRow } from './testing/entry-row-example.ts';
import { type TypedCell, TypedCells } from './typed-cells.ts';
import { useGrid } from './use-grid.ts';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const locked = { enter: false, lock: { reason: 'computed', sentence: 'This figure is computed.' } } as const;
const rows = [exampleRow('1.2-D'), exampleRow('1.2-E'), exampleRow('1.2-F', { rights: locked })];

type Send = (cell: TypedCell) => Promise<{ readonly kind: 'saved'; readonly version: number }>;

const GridOnScreen = ({ send }: { send: Send }) => {
  const rowOf = (code: string): EntryRow => rows.find((row) => row.code === code) ?? exampleRow(code);
  const [cells] = useState(
    () =>
      new TypedCells({
        person: 'planner',
        place: 'entry:2022',
        check: (cell) => checkCell(rowOf(cell.code), cell),
        needsReason: (cell) => needsReason(rowOf(cell.code), cell.field),
        send,
        onSaved: () => undefined,
        onNotSaved: () => undefined,
      }),
  );
  const typed = useSyncExternalStore(cells.subscribe, cells.getCells);
  const lockOf = ({ rights }: EntryRow, field: string) => (field === 'value' ? (rights.lock?.sentence ?? null) : null);
  const nothing = () => undefined;
  const grid = useGrid({ rows, cells, lockOf, onSelect: nothing, onWrite: nothing, start: null });
  const handlers = useSteadyHandlers({ ...grid, onType: cells.type, onSelect: nothing });
  return (
    <EntryGrid
      year={2022}
      threshold="10"
      groups={[
        { objective: { code: '1.2', goal: '1', shortName: 'Criminal justice', statement: 'Build capacity' }, rows },
      ]}
      typed={typed}
      grid={grid}
      lockOf={lockOf}
      selected={new Set()}
      onSelectAll={nothing}
      handlers={handlers}
    />
  );
};

const show = (send: Send = async () => ({ kind: 'saved', version: 1 })) => {
  const spy = vi.fn(send);
  render(<GridOnScreen send={spy} />);
  return spy;
};

const cell = (place: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-cell="${place}"]`);
  if (found === null) throw new Error(`no cell ${place}`);
  return found;
};
const here = () => (document.activeElement as HTMLElement | null)?.dataset.cell;
const tabStops = () => document.querySelectorAll('[data-cell][tabindex="0"]');

describe('the grid under the keyboard', () => {
  test('is reached by Tab through one cell only, and moves through its cells by arrows', async () => {
    show();
    expect(tabStops()).toHaveLength(1);
    cell('1.2-D:value').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(here()).toBe('1.2-E:value');
    await userEvent.keyboard('{ArrowLeft}');
    expect(here()).toBe('1.2-E:target');
    expect(tabStops()).toHaveLength(1);
  });

  test('opens a cell by typing, saves it by Enter and goes down', async () => {
    const send = show();
    cell('1.2-D:value').focus();
    await userEvent.keyboard('4,870{Enter}');
    expect(here()).toBe('1.2-E:value');
    expect(send).toHaveBeenCalledOnce();
    expect(send.mock.calls[0]?.[0]).toMatchObject({
      code: '1.2-D',
      field: 'value',
      text: '4,870',
      seen: { version: 0 },
    });
  });

  test('goes right by Tab from an open cell, to the next one that takes entries', async () => {
    show();
    cell('1.2-D:value').focus();
    await userEvent.keyboard('4870{Tab}');
    expect(here()).toBe('1.2-E:target');
  });

  test('gives up by Escape, and sends nothing', async () => {
    const send = show();
    cell('1.2-D:value').focus();
    await userEvent.keyboard('4870{Escape}');
    expect(here()).toBe('1.2-D:value');
    expect(cell('1.2-D:value').textContent).toBe('');
    expect(send).not.toHaveBeenCalled();
  });

  test('keeps what cannot be read, beside the word that says so', async () => {
    const send = show();
    cell('1.2-D:value').focus();
    await userEvent.keyboard('9.2.00{Enter}');
    expect(cell('1.2-D:value').textContent).toContain('9.2.00');
    expect(cell('1.2-D:value').textContent).toContain('Enter a number for FY 2022, for example 1,234');
    expect(send).not.toHaveBeenCalled();
  });

  test('opens with the figure in it by F2, and empties by Delete', async () => {
    show();
    cell('1.2-D:target').focus();
    await userEvent.keyboard('{F2}');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Target FY 2022 of 1.2-D' }).value).toBe('4,400');
    await userEvent.keyboard('{Escape}{Delete}');
    // A target is never emptied by a key: that there is none is recorded with a reason.
    expect(cell('1.2-D:target').textContent).toContain('record beside the grid that there is none');
  });

  test('does not open a locked cell, and says why it is locked', async () => {
    const said: string[] = [];
    window.addEventListener('fbs:announce', (event) => said.push((event as CustomEvent<string>).detail));
    const send = show();
    cell('1.2-F:value').focus();
    await userEvent.keyboard('5');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(said).toContain('Locked. This figure is computed.');
    expect(cell('1.2-F:value').getAttribute('aria-readonly')).toBe('true');
    expect(send).not.toHaveBeenCalled();
  });
});
