import type { EntryRow } from '@fbs/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { classes } from '../../ui/classes.ts';
import { Empty } from '../../ui/empty.tsx';
import { announce } from '../../ui/live-region.tsx';
import { CellDialogs } from './cell-dialogs.tsx';
import { lockOf } from './cell-locks.ts';
import { filterRows, filtersOf, groupRows } from './entry-filters.ts';
import { EntryGrid } from './entry-grid.tsx';
import { EntryPanel } from './entry-panel.tsx';
import type { EntryList, EntryYear } from './entry-queries.ts';
import { EntryToolbar } from './entry-toolbar.tsx';
import { useSteadyHandlers } from './grid-handlers.ts';
import type { Field } from './grid-moves.ts';
import { ResultNotice } from './result-notice.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { useBulk } from './use-bulk.ts';
import { useEntryWrites } from './use-entry-writes.ts';
import { useGrid } from './use-grid.ts';
import { useTypedCells } from './use-typed-cells.ts';

type EntryWorkProps = { readonly list: EntryList; readonly place: EntryYear; readonly isWaiting: boolean };

const now = (): string =>
  new Date()
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
    .replace(/\s?AM$/, ' a.m.')
    .replace(/\s?PM$/, ' p.m.');

/** The grid with all that stands around it: filters, actions, the selected cell, the questions that a save asks. */
export const EntryWork = ({ list, place, isWaiting }: EntryWorkProps) => {
  const search = useSearch({ from: '/entry' });
  const navigate = useNavigate({ from: '/entry' });
  const { person } = useSession();
  const mayRevise = useMay('revise targets after the result');
  const [text, setText] = useState('');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const filters = filtersOf(search, useDeferredValue(text), person);
  const rows = filterRows(list.indicators, filters);
  const groups = groupRows(list.objectives, rows);
  const writes = useEntryWrites(place);
  const onSaved = () => setSavedAt(now());
  const { cells, typed } = useTypedCells({ place, rows: list.indicators, writes, onSaved });
  const bulk = useBulk(writes, () => {
    setSelected(new Set());
    onSaved();
  });
  const lock = (row: EntryRow, field: Field) => lockOf(row, field, mayRevise);
  const toggle = (code: string) => setSelected(toggled(selected, [code], !selected.has(code)));
  const grid = useGrid({
    rows: groups.flatMap((group) => group.rows),
    cells,
    lockOf: lock,
    onSelect: toggle,
    onWrite: () => document.querySelector<HTMLElement>('.panel textarea')?.focus(),
    start: search.indicator === undefined ? null : { code: search.indicator, column: 'value' },
  });
  const handlers = useSteadyHandlers({
    ...grid,
    onType: cells.type,
    onSelect: toggle,
  });
  const current = rows.find(({ code }) => code === grid.active?.code) ?? rows[0];
  const unsaved = [...typed.values()].filter(({ status }) => status !== 'typing' && status !== 'saving');
  const goToValue = (code: string) => grid.goTo({ code, column: 'value' });
  return (
    <>
      <EntryToolbar
        sections={list.sections}
        goals={[...new Set(list.objectives.map(({ goal }) => goal))]}
        filters={{ ...filters, text }}
        onFilter={(change) => {
          void navigate({
            search: (previous) => ({ ...previous, ...change, indicator: undefined }),
            replace: true,
            resetScroll: false,
          });
        }}
        onFind={setText}
        saving={{
          saving: [...typed.values()].filter(({ status }) => status === 'saving').length,
          unsaved: unsaved.length,
          savedAt,
          onShowUnsaved: () => {
            const first = unsaved[0];
            if (first !== undefined) grid.goTo({ code: first.code, column: first.field });
          },
        }}
        rows={rows}
        selected={rows.filter(({ code }) => selected.has(code))}
        isBusy={bulk.isBusy}
        onBulk={bulk.start}
      />
      {bulk.result !== null && <ResultNotice result={bulk.result} onGoTo={goToValue} onClose={bulk.close} />}
      <div className={classes('work', isWaiting && 'work--waiting')}>
        <div className="work__grid">
          {rows.length === 0 ? (
            <Empty title="No indicator fits these filters">
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  setText('');
                  announce('All indicators are shown');
                  void navigate({ search: ({ year, asOf }) => ({ year, asOf, section: 'all' }), replace: true });
                }}
              >
                Show all indicators
              </button>
            </Empty>
          ) : (
            <EntryGrid
              year={list.year}
              threshold={list.threshold}
              groups={groups}
              typed={typed}
              grid={grid}
              lockOf={lock}
              selected={selected}
              onSelectAll={() => {
                const codes = rows.map(({ code }) => code);
                setSelected(toggled(selected, codes, !codes.every((code) => selected.has(code))));
              }}
              handlers={handlers}
            />
          )}
        </div>
        {current !== undefined && (
          <EntryPanel
            key={current.code}
            row={current}
            place={place}
            threshold={list.threshold}
            typed={{ target: typed.get(`${current.code}:target`), value: typed.get(`${current.code}:value`) }}
            targetLock={lock(current, 'target')}
            writes={writes}
            onCorrect={() => grid.edit({ code: current.code, column: 'value' })}
            onSaved={onSaved}
          />
        )}
      </div>
      <p className="small soft work__key">
        <span className="invented">1,234</span> illustrative: invented for this evaluation.{' '}
        <span className="work__keys">
          Arrow keys move, typing opens a cell, Enter saves and goes down, Tab goes right, Escape gives up, Delete
          empties.
        </span>
      </p>
      <CellDialogs
        rows={list.indicators}
        place={place}
        threshold={list.threshold}
        cells={cells}
        typed={typed}
        isEditing={grid.editing !== null}
      />
      <ReturnDialog bulk={bulk} />
    </>
  );
};

const toggled = (selected: ReadonlySet<string>, codes: readonly string[], on: boolean): ReadonlySet<string> => {
  const next = new Set(selected);
  for (const code of codes) {
    if (on) next.add(code);
    else next.delete(code);
  }
  return next;
};
