import type { EntryRow } from '@fbs/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { classes } from '../../ui/classes.ts';
import { Empty } from '../../ui/empty.tsx';
import { announce } from '../../ui/live-region.tsx';
import { CellDialogs } from './cell-dialogs.tsx';
import { CellLine } from './cell-line.tsx';
import { lockOf } from './cell-locks.ts';
import type { EditMemory } from './edit-history.ts';
import { filterRows, filtersOf } from './entry-filters.ts';
import { EntryGrid } from './entry-grid.tsx';
import { EntryPanel } from './entry-panel.tsx';
import type { EntryList, EntryYear } from './entry-queries.ts';
import { EntryToolbar } from './entry-toolbar.tsx';
import { useSteadyHandlers } from './grid-handlers.ts';
import { columnOf, type Field, fieldOf } from './grid-moves.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { ResultNotice } from './result-notice.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import type { CellPlace } from './typed-cells.ts';
import { UndoneNotice } from './undone-notice.tsx';
import { useBulk } from './use-bulk.ts';
import { useEdits } from './use-edits.ts';
import { useEntryWrites } from './use-entry-writes.ts';
import { useGrid } from './use-grid.ts';
import { useSheet } from './use-sheet.ts';
import { useTextFilter } from './use-text-filter.ts';
import { useUndo } from './use-undo.ts';

type EntryWorkProps = {
  /** The year that filters, progress and the panel speak of. */
  readonly list: EntryList;
  /** All years, where they stand side by side; otherwise none. */
  readonly all: readonly EntryList[];
  readonly place: EntryYear;
  readonly memory: EditMemory;
  readonly isWaiting: boolean;
};

const now = (): string =>
  new Date()
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
    .replace(/\s?AM$/, ' a.m.')
    .replace(/\s?PM$/, ' p.m.');

/** The grid with all that stands around it: filters, actions, the selected cell, the questions that a save asks. */
export const EntryWork = ({ list, all, place, memory, isWaiting }: EntryWorkProps) => {
  const search = useSearch({ from: '/entry' });
  const navigate = useNavigate({ from: '/entry' });
  const { person } = useSession();
  const mayRevise = useMay('revise targets after the result');
  const text = useTextFilter(search.text ?? '');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const lists = useMemo(() => (all.length > 0 ? all : [list]), [all, list]);
  const years = lists.map(({ year }) => year);
  const found = useDeferredValue(text.value);
  const filters = useMemo(() => filtersOf(search, found, person), [search, found, person]);
  const rows = useMemo(() => filterRows(list.indicators, filters), [list.indicators, filters]);
  const { sheet, groups, rowAt, rowsOf } = useSheet(lists, list.objectives, rows);
  const writesOf = useEntryWrites(place);
  const onSaved = () => setSavedAt(now());
  const lock = useCallback((row: EntryRow, field: Field) => lockOf(row, field, mayRevise), [mayRevise]);
  const edits = useEdits({ memory, place, years, sheet, rowAt, writesOf, lockOf: lock, onSaved });
  const { cells, typed, blocks, context } = edits;
  const bulk = useBulk(writesOf(list.year), () => {
    setSelected(new Set());
    onSaved();
  });
  const toggle = (code: string) => setSelected(toggled(selected, [code], !selected.has(code)));
  const grid = useGrid({
    sheet,
    year: list.year,
    rowAt,
    cells,
    lockOf: lock,
    onSelect: toggle,
    onWrite: () => document.querySelector<HTMLElement>('.panel textarea')?.focus(),
    blockKeys: ({ range }) => ({
      clear: () => blocks.clear(range),
      undo: () => undo.onKey('undo'),
      redo: () => undo.onKey('redo'),
    }),
    start:
      search.indicator === undefined ? null : { code: search.indicator, column: columnOf('value', list.year, sheet) },
  });
  /** Every filter goes; the row of an indicator is then seen. */
  const showAll = (indicator?: string) => {
    text.change('');
    void navigate({
      search: ({ year, asOf, columns }) => ({ year, asOf, columns, section: 'all', indicator }),
      replace: true,
      resetScroll: false,
    });
  };
  const handlers = useSteadyHandlers({ ...grid, onType: cells.type, onSelect: toggle });
  const shownCode = sheet.codes.find((code) => code === grid.active?.code) ?? sheet.codes[0] ?? '';
  const activeYear = (grid.active === null ? null : fieldOf(grid.active.column)?.year) ?? list.year;
  const current = rowAt(shownCode, activeYear) ?? rowAt(shownCode, list.year);
  const goTo = ({ code, field, year }: CellPlace) => grid.goTo({ code, column: columnOf(field, year, sheet) });
  /** The link to what waits next leads here too: its cell is shown whatever was searched for, and has the focus. */
  const goToNext = (code: string, year: number) => {
    if (!years.includes(year)) return;
    if (text.value !== '') text.change('');
    goTo({ code, field: 'value', year });
  };
  const undo = useUndo({ memory, years, sheet, apply: blocks.apply, goTo });
  return (
    <>
      <EntryToolbar
        sections={list.sections}
        goals={list.goals}
        owners={ownersOf(list.indicators)}
        filters={{ ...filters, text: text.value }}
        onFilter={(change) => {
          void navigate({
            search: (previous) => ({ ...previous, ...change, indicator: undefined }),
            replace: true,
            resetScroll: false,
          });
        }}
        onFind={text.change}
        saving={{ ...edits.saving, savedAt, onShowUnsaved: () => edits.firstUnsaved && goTo(edits.firstUnsaved) }}
        undo={undo}
        rows={all.length > 0 ? [] : rows}
        selected={rows.filter(({ code }) => selected.has(code))}
        isBusy={bulk.isBusy}
        onBulk={bulk.start}
      />
      {bulk.result !== null && (
        <ResultNotice
          key={bulk.runs}
          result={bulk.result}
          year={list.year}
          onGoTo={(code) => goTo({ code, field: 'value', year: list.year })}
          onNext={goToNext}
          onClose={bulk.close}
        />
      )}
      {undo.elsewhere !== null && (
        <UndoneNotice
          {...undo.elsewhere}
          onShow={() => {
            showAll(undo.elsewhere?.cell.code);
            undo.closeElsewhere();
          }}
          onClose={undo.closeElsewhere}
        />
      )}
      <CellLine active={grid.active} range={grid.range} sheet={sheet} context={context} />
      <div className={classes('work', isWaiting && 'work--waiting')}>
        <div className="work__grid">
          {rows.length === 0 ? (
            <NothingFits onShowAll={() => showAll()} />
          ) : (
            <EntryGrid
              year={list.year}
              years={years}
              sheet={sheet}
              threshold={list.threshold}
              goals={list.goals}
              groups={groups}
              rowsOf={rowsOf}
              typed={typed}
              grid={grid}
              blocks={blocks}
              lockOf={lock}
              selected={selected}
              onSelectAll={() => {
                const { codes } = sheet;
                setSelected(toggled(selected, codes, !codes.every((code) => selected.has(code))));
              }}
              handlers={handlers}
            />
          )}
        </div>
        {current !== undefined && (
          <EntryPanel
            key={`${current.code} ${current.entry.year}`}
            row={current}
            place={{ ...place, year: current.entry.year }}
            threshold={list.threshold}
            typed={edits.typedIn(current)}
            targetLock={lock(current, 'target')}
            writes={writesOf(current.entry.year)}
            onCorrect={() => grid.edit({ code: current.code, column: columnOf('value', current.entry.year, sheet) })}
            onSaved={onSaved}
            onNext={goToNext}
          />
        )}
      </div>
      <GridKey />
      <CellDialogs
        rowAt={rowAt}
        threshold={list.threshold}
        cells={cells}
        typed={typed}
        isEditing={grid.editing !== null || blocks.pasting !== null}
      />
      {blocks.pasting !== null && (
        <PasteDialog pasting={blocks.pasting} onPaste={blocks.pasteGood} onClose={blocks.closePasting} />
      )}
      <ReturnDialog bulk={bulk} />
    </>
  );
};

const ownersOf = (rows: readonly EntryRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ owner }) => (owner === null ? [] : [owner])))].sort();

const NothingFits = ({ onShowAll }: { onShowAll: () => void }) => (
  <Empty title="No indicator fits these filters">
    <button
      type="button"
      className="link-button"
      onClick={() => {
        announce('All indicators are shown');
        onShowAll();
      }}
    >
      Show all indicators
    </button>
  </Empty>
);

const GridKey = () => (
  <p className="small soft work__key">
    <span className="invented">1,234</span> illustrative: invented for this evaluation.{' '}
    <span className="work__keys">
      Arrow keys move between cells; with Shift they select a block, with Control they go to the edges. Typing opens a
      cell, Enter saves and moves down, Tab moves right, Escape cancels, Delete empties the cell. Control with C, X and
      V copies, cuts and pastes, also to and from a spreadsheet; Control with Z undoes, with Y repeats.
    </span>
  </p>
);

const toggled = (selected: ReadonlySet<string>, codes: readonly string[], on: boolean): ReadonlySet<string> => {
  const next = new Set(selected);
  for (const code of codes) {
    if (on) next.add(code);
    else next.delete(code);
  }
  return next;
};
