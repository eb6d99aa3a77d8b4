// @vitest-environment happy-dom
import type { EntryRow } from '@fbs/contract';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, useSyncExternalStore } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { doubtOf, ratingOf, targetNote } from './cell-figures.ts';
import { CellLine, stateWords } from './cell-line.tsx';
import { lockOf } from './cell-locks.ts';
import { checkCell, needsReason, tidyText } from './cell-work.ts';
import { EditMemory } from './edit-history.ts';
import { EntryGrid } from './entry-grid.tsx';
import { useSteadyHandlers } from './grid-handlers.ts';
import { columnsOfYear, type Sheet } from './grid-moves.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { exampleRow } from './testing/entry-row-example.ts';
import { memoryStore } from './testing/memory-store.ts';
import { keyOf, type TypedCell, TypedCells } from './typed-cells.ts';
import { useBlockEdits } from './use-block-edits.ts';
import { useGrid } from './use-grid.ts';

afterEach(cleanup);

const locked = { enter: false, lock: { reason: 'computed', sentence: 'This figure is computed.' } } as const;
const rows = [exampleRow('1.2-D'), exampleRow('1.2-E'), exampleRow('1.2-F', { rights: locked })];

type Send = (cell: TypedCell) => Promise<{ readonly kind: 'saved'; readonly version: number }>;

const sheet: Sheet = { codes: rows.map(({ code }) => code), columns: columnsOfYear };
const rowAt = (code: string) => rows.find((row) => row.code === code);
const nothing = () => undefined;

const GridOnScreen = ({ send }: { send: Send }) => {
  const rowOf = (code: string): EntryRow => rowAt(code) ?? exampleRow(code);
  const [{ history, versions }] = useState(() => new EditMemory());
  const [cells] = useState(
    () =>
      new TypedCells({
        store: memoryStore(),
        check: (cell) => checkCell(rowOf(cell.code), cell),
        tidy: (cell) => tidyText(rowOf(cell.code), cell),
        needsReason: (cell) => needsReason(rowOf(cell.code), cell.field),
        send,
        onEdit: history.record,
        onSaved: (cell, version) => void versions.set(keyOf(cell), version),
        onNotSaved: nothing,
      }),
  );
  const typed = useSyncExternalStore(cells.subscribe, cells.getCells);
  const valueLockOf = ({ rights }: EntryRow, field: string) =>
    field === 'value' ? (rights.lock?.sentence ?? null) : null;
  const context = { year: 2022, rowAt, lockOf: valueLockOf, typed };
  const blocks = useBlockEdits({ sheet, context, cells, history, versions });
  const grid = useGrid({
    sheet,
    year: 2022,
    rowAt,
    cells,
    lockOf: valueLockOf,
    onSelect: nothing,
    onWrite: nothing,
    blockKeys: ({ range }) => ({
      clear: () => blocks.clear(range),
      undo: () => void history.replay('undo', blocks.apply),
      redo: () => void history.replay('redo', blocks.apply),
    }),
    start: null,
  });
  const handlers = useSteadyHandlers({ ...grid, onType: cells.type, onSelect: nothing });
  return (
    <>
      <CellLine active={grid.active} range={grid.range} sheet={sheet} context={context} />
      <EntryGrid
        year={2022}
        years={[2022]}
        sheet={sheet}
        threshold="10"
        goals={[{ code: '1', shortName: 'Prosecution' }]}
        groups={[
          { objective: { code: '1.2', goal: '1', shortName: 'Criminal justice', statement: 'Build capacity' }, rows },
        ]}
        rowsOf={(code) => [rowAt(code)]}
        typed={typed}
        grid={grid}
        blocks={blocks}
        lockOf={valueLockOf}
        selected={new Set()}
        onSelectAll={nothing}
        handlers={handlers}
      />
      {blocks.pasting !== null && (
        <PasteDialog pasting={blocks.pasting} onPaste={blocks.pasteGood} onClose={blocks.closePasting} />
      )}
    </>
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
    expect(cell('1.2-D:value').textContent).toBe('required');
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

describe('a block of cells', () => {
  const chosen = () => [...document.querySelectorAll<HTMLElement>('[data-chosen]')].map(({ dataset }) => dataset.cell);

  /** A clipboard as the browser hands it over. */
  const clip = (kind: 'copy' | 'cut' | 'paste', place: string, text = ''): string => {
    let held = text;
    const event = new Event(kind, { bubbles: true, cancelable: true });
    const setData = (_: string, given: string) => {
      held = given;
    };
    const clipboardData = { getData: () => held, setData };
    fireEvent(cell(place), Object.assign(event, { clipboardData }));
    return held;
  };

  test('is drawn with Shift and the arrows, by Shift and a press, and left by moving on', async () => {
    show();
    cell('1.2-D:target').focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    expect(chosen()).toEqual(['1.2-D:target', '1.2-D:value', '1.2-E:target', '1.2-E:value']);
    expect(here()).toBe('1.2-E:value');
    expect(screen.getByText(/^4 cells chosen, 2 figures: sum 8,800, from 4,400 to 4,400/)).toBeTruthy();
    await userEvent.keyboard('{ArrowDown}');
    expect(chosen()).toEqual([]);
    fireEvent.mouseDown(cell('1.2-D:value'), { shiftKey: true, button: 0 });
    expect(chosen()).toEqual(['1.2-D:value', '1.2-E:value', '1.2-F:value']);
  });

  test('is drawn by dragging, and whole by Control and A', async () => {
    show();
    fireEvent.mouseDown(cell('1.2-D:value'), { button: 0 });
    cell('1.2-D:value').focus();
    fireEvent.mouseEnter(cell('1.2-E:target'), { buttons: 1 });
    expect(chosen()).toHaveLength(4);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(chosen()).toHaveLength(6);
  });

  test('goes to the clipboard as a spreadsheet takes it', async () => {
    show();
    cell('1.2-D:previous').focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    expect(clip('copy', '1.2-E:target')).toBe('4310\t4400\r\n4310\t4400\r\n');
  });

  test('is pasted only after one has seen what becomes of each cell, and undone as one', async () => {
    const send = show();
    await userEvent.click(cell('1.2-D:value'));
    clip('paste', '1.2-D:value', '4,870\r\n99,000\r\n7\r\nbeyond\r\n');
    const dialog = screen.getByRole('dialog', { name: 'Paste 3 cells' });
    expect(dialog.textContent).toContain('1 new, 1 to check, 1 refused.');
    expect(dialog.textContent).toContain('Check: Over 3 times last year');
    expect(dialog.textContent).toContain('Refused: Locked. This figure is computed.');
    expect(dialog.textContent).toContain('1 row of the block would stand beyond the edge');
    expect(send).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Paste the 2 good cells' }));
    expect(send.mock.calls.map(([{ code, text }]) => `${code} ${text}`)).toEqual(['1.2-D 4,870', '1.2-E 99,000']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is given up whole', async () => {
    const send = show();
    await userEvent.click(cell('1.2-D:value'));
    clip('paste', '1.2-D:value', '1\n2');
    await userEvent.click(screen.getByRole('button', { name: 'Paste nothing' }));
    expect(send).not.toHaveBeenCalled();
  });

  test('of targets that were set before asks once why they change', async () => {
    const send = show();
    await userEvent.click(cell('1.2-D:target'));
    clip('paste', '1.2-D:target', '4500\n4600');
    await userEvent.click(screen.getByRole('button', { name: 'Paste the 2 good cells' }));
    expect(screen.getByText(/Give a reason for the targets that change/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /Why do these 2 targets change/ }), 'New budget.');
    await userEvent.click(screen.getByRole('button', { name: 'Paste the 2 good cells' }));
    expect(send.mock.calls.map(([{ grounds }]) => grounds)).toEqual([
      { reason: 'New budget.' },
      { reason: 'New budget.' },
    ]);
  });

  test('is not read while a cell is open: what is pasted then goes into its text', async () => {
    show();
    cell('1.2-D:value').focus();
    await userEvent.keyboard('{F2}');
    fireEvent(screen.getByRole('textbox'), Object.assign(new Event('paste', { bubbles: true }), { clipboardData: {} }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('takes one copied cell into all of it', async () => {
    show();
    cell('1.2-D:value').focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    clip('paste', '1.2-E:value', '5');
    expect(screen.getByRole('dialog', { name: 'Paste 2 cells' }).textContent).toContain('2 new.');
  });
});

describe('a breakdown that does not fit', () => {
  test('is named in the cell of its value, and said in full in the line above, also where the cell is locked', () => {
    const sentence = 'sex adds up to 90; the value is 100: 10 too few.';
    const row = exampleRow('1.2-D', { entry: { value: '100', version: 1 }, row: { findings: [sentence] } });
    const context = { year: 2022, rowAt: () => row, typed: new Map() };
    const line = (lock: string | null) => stateWords(row, 'value', { ...context, lockOf: () => lock });
    expect(doubtOf(row, { target: undefined, value: undefined })).toBe('Breakdown does not fit');
    expect(line(null)).toBe(`saved, with a warning. ${sentence}`);
    expect(line('The year is frozen.')).toBe(`locked. The year is frozen. ${sentence}`);
    const place = { code: '1.2-D', field: 'value', year: 2022, text: '90', reason: null, theirs: null, grounds: null };
    const value = { ...place, seen: { text: '100', version: 1 }, status: 'typing' } as TypedCell;
    expect(doubtOf(row, { target: undefined, value })).toBeNull();
  });
});

test('a first target after the result is known is a reviewer’s to set, and asks for its reason', () => {
  const { target } = exampleRow('1.2-D').entry;
  const none = { ...target, version: 0, value: null, initial: null };
  const [before, after] = [null, '4300'].map((value) => exampleRow('1.2-D', { entry: { value, target: none } }));
  if (before === undefined || after === undefined) throw new Error('no rows');
  expect(lockOf(before, 'target', false)).toBeNull();
  const known = 'The result is known: only a reviewer may still set a target.';
  expect(lockOf(after, 'target', false)).toBe(known);
  // a result that was entered and taken back again is known all the same
  const emptied = { ...before, resultKnown: true };
  expect([lockOf(emptied, 'target', false), lockOf(emptied, 'target', true)]).toEqual([known, null]);
  expect(needsReason(emptied, 'target')).toBe(true);
  expect(lockOf(after, 'target', true)).toBeNull();
  expect([before, after].map((row) => needsReason(row, 'target'))).toEqual([false, true]);
});

test('a target that moved, or is absent on purpose, says so beside its figure', () => {
  const { target } = exampleRow('1.2-D').entry;
  const noteOf = (more: Partial<typeof target>) =>
    targetNote(exampleRow('1.2-D', { entry: { target: { ...target, ...more } } }));
  expect(noteOf({})).toBeNull();
  expect(noteOf({ revised: true })).toBe('revised');
  expect(noteOf({ revised: true, afterResult: true })).toBe('revised after the result');
  expect(noteOf({ value: null, noTargetReason: 'Others decide.' })).toBe('on purpose');
});

test('what is typed and cannot be read is said while it is typed, but not what may still become a figure', () => {
  const row = exampleRow('1.2-D', {});
  const line = (text: string, of: 'value' | 'target' = 'value') => {
    const place = { code: '1.2-D', field: of, year: row.entry.year, reason: null, theirs: null, grounds: null };
    const cell = { ...place, text, seen: { text: '', version: 0 }, status: 'typing' } as TypedCell;
    const typed = new Map([[keyOf(cell), cell]]);
    return stateWords(row, of, { year: row.entry.year, rowAt: () => row, lockOf: () => null, typed });
  };
  expect(line('12%')).toMatch(/^typing\. This figure is in .*: enter it without %\.$/);
  expect(line('about 5')).toMatch(/^typing\. Enter a number for/);
  for (const text of ['', '-', '(', '(5', '4,9', '4,870']) expect(line(text)).toBe('typing.');
  expect(line('', 'target')).toBe('typing.');
});

test('a narrative that is being told shows the rating that was chosen, and its target is locked', () => {
  const row = exampleRow('1.2-D', {
    row: { kind: 'narrative' },
    entry: { state: 'draft', text: 'It went well.', chosenRating: 'above_target', version: 1 },
  });
  expect(ratingOf(row, '10', { target: undefined, value: undefined }).rating).toBe('above_target');
  expect(lockOf(row, 'target', true)).toContain('it takes no target');
});

describe('undo in the grid', () => {
  test('of what is still being saved follows on top of it', async () => {
    const send = show(() => new Promise(() => undefined));
    cell('1.2-D:value').focus();
    await userEvent.keyboard('4870{Enter}');
    expect(cell('1.2-D:value').textContent).toContain('saving');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(send.mock.calls.map(([{ text }]) => text)).toEqual(['4870', '']);
  });

  test('takes back what could not be saved, and does it again', async () => {
    show();
    cell('1.2-D:value').focus();
    await userEvent.keyboard('9.2.00{Enter}');
    expect(cell('1.2-D:value').textContent).toContain('9.2.00');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(cell('1.2-D:value').textContent).toBe('required');
    await userEvent.keyboard('{Control>}y{/Control}');
    expect(cell('1.2-D:value').textContent).toContain('9.2.00');
  });
});
