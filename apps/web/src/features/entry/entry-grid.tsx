import type { EntryRow } from '@fbs/contract';
import { formatYear } from '../../lib/format.ts';
import type { ObjectiveRows } from './entry-filters.ts';
import type { EntryList } from './entry-queries.ts';
import type { GridHandlers } from './grid-handlers.ts';
import type { Field } from './grid-moves.ts';
import { columns } from './grid-moves.ts';
import { GridRow } from './grid-row.tsx';
import type { CellKey, TypedCell } from './typed-cells.ts';
import type { Grid } from './use-grid.ts';

export type Objective = EntryList['objectives'][number];

type EntryGridProps = {
  readonly year: number;
  readonly threshold: string;
  readonly groups: readonly ObjectiveRows<Objective>[];
  readonly typed: ReadonlyMap<CellKey, TypedCell>;
  readonly grid: Grid;
  readonly lockOf: (row: EntryRow, field: Field) => string | null;
  readonly selected: ReadonlySet<string>;
  readonly onSelectAll: () => void;
  readonly handlers: GridHandlers;
};

/** A grid on a real table: rows under their objectives, one cell at a time, moved through with the arrow keys. */
export const EntryGrid = (props: EntryGridProps) => {
  const { year, threshold, groups, typed, grid, lockOf, selected, handlers } = props;
  const { active, editing } = grid;
  const rows = groups.flatMap((group) => group.rows);
  const first = rows[0]?.code;
  const isShown = rows.some(({ code }) => code === active?.code);
  /** Tab always finds a cell of the grid, also where the last one was filtered away. */
  const activeColumnOf = (code: string) => {
    if (isShown) return active?.code === code ? active.column : null;
    return code === first ? 'value' : null;
  };
  return (
    <table ref={grid.frame} role="grid" className="grid">
      <caption className="visually-hidden">
        {`Figures of ${formatYear(year)}. Arrow keys move, typing or Enter opens a cell, Enter saves, Escape gives up.`}
      </caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column} className={`grid__col--${column}`} />
        ))}
      </colgroup>
      <GridHead year={year} rows={rows} selected={selected} onSelectAll={props.onSelectAll} />
      {groups.map(({ objective, rows: own }) => (
        <tbody key={objective.code}>
          <tr className="grid__objective">
            <th scope="rowgroup" colSpan={columns.length}>
              <span title={objective.statement}>
                <b>{objective.code}</b> {objective.statement}
              </span>
            </th>
          </tr>
          {own.map((row) => (
            <GridRow
              key={row.code}
              row={row}
              threshold={threshold}
              typedTarget={typed.get(`${row.code}:target`)}
              typedValue={typed.get(`${row.code}:value`)}
              targetLock={lockOf(row, 'target')}
              valueLock={lockOf(row, 'value')}
              activeColumn={activeColumnOf(row.code)}
              editingColumn={editing?.code === row.code ? editing.column : null}
              isCurrent={active?.code === row.code}
              isSelected={selected.has(row.code)}
              handlers={handlers}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
};

type GridHeadProps = {
  readonly year: number;
  readonly rows: readonly EntryRow[];
  readonly selected: ReadonlySet<string>;
  readonly onSelectAll: () => void;
};

const GridHead = ({ year, rows, selected, onSelectAll }: GridHeadProps) => (
  <thead>
    <tr>
      <td className="grid__select">
        <input
          type="checkbox"
          aria-label="Select all indicators shown"
          checked={rows.length > 0 && rows.every(({ code }) => selected.has(code))}
          onChange={onSelectAll}
        />
      </td>
      <th scope="col" className="grid__indicator">
        Indicator
      </th>
      <th scope="col" className="num">
        {formatYear(year - 1)}
      </th>
      <th scope="col" className="num">
        Target
        <br />
        {formatYear(year)}
      </th>
      <th scope="col" className="num">
        Value
        <br />
        {formatYear(year)}
      </th>
      <th scope="col">Rating</th>
      <th scope="col">State</th>
    </tr>
  </thead>
);
