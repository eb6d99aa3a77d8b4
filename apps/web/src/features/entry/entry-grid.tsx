import type { EntryRow } from '@fbs/contract';
import { formatYear } from '../../lib/format.ts';
import { classes } from '../../ui/classes.ts';
import type { ObjectiveRows } from './entry-filters.ts';
import type { EntryList } from './entry-queries.ts';
import type { GridHandlers } from './grid-handlers.ts';
import { GridHead } from './grid-head.tsx';
import { columnOf, type Field, type Place, type Sheet } from './grid-moves.ts';
import { GridRow } from './grid-row.tsx';
import { type CellKey, keyOf, type TypedCell } from './typed-cells.ts';
import type { BlockEdits } from './use-block-edits.ts';
import type { Grid } from './use-grid.ts';
import { YearsRow } from './years-row.tsx';

export type Objective = EntryList['objectives'][number];

type EntryGridProps = {
  readonly year: number;
  /** Several: all years stand side by side. */
  readonly years: readonly number[];
  readonly sheet: Sheet;
  readonly threshold: string;
  readonly groups: readonly ObjectiveRows<Objective>[];
  /** The rows of an indicator in all years shown. */
  readonly rowsOf: (code: string) => readonly (EntryRow | undefined)[];
  readonly typed: ReadonlyMap<CellKey, TypedCell>;
  readonly grid: Grid;
  readonly blocks: Pick<BlockEdits, 'onCopy' | 'onCut' | 'onPaste'>;
  readonly lockOf: (row: EntryRow, field: Field) => string | null;
  readonly selected: ReadonlySet<string>;
  readonly onSelectAll: () => void;
  readonly handlers: GridHandlers;
};

const nameWidth = 300;
const fieldWidth = 106;

const nothingTyped: ReadonlyMap<CellKey, TypedCell> = new Map();

/** A grid on a real table: rows under their objectives, blocks of cells, moved through with the arrow keys. */
export const EntryGrid = (props: EntryGridProps) => {
  const { year, years, sheet, groups, grid, blocks } = props;
  const positions = new Map(sheet.codes.map((code, at) => [code, at]));
  const tabStop = tabStopOf(props);
  const isWide = years.length > 1;
  const caption = isWide ? 'Targets and values of all years.' : `Figures of ${formatYear(year)}.`;
  return (
    <table
      ref={grid.frame}
      role="grid"
      className={classes('grid', isWide && 'grid--years')}
      // Columns of fixed widths: the browser need not measure every cell of every year.
      style={isWide ? { width: nameWidth + fieldWidth * (sheet.columns.length - 1) } : undefined}
      aria-multiselectable
      onCopy={(event) => blocks.onCopy(event, grid.range)}
      onCut={(event) => blocks.onCut(event, grid.range)}
      onPaste={(event) => blocks.onPaste(event, grid.range)}
    >
      <caption className="visually-hidden">
        {`${caption} Arrow keys move, with Shift they choose a block, typing or Enter opens a cell, Enter saves, Escape gives up.`}
      </caption>
      <colgroup>
        {sheet.columns.map((column) => (
          <col key={column} className={`grid__col--${column.split('-')[0]}`} />
        ))}
      </colgroup>
      <GridHead year={year} years={years} {...allSelected(props)} onSelectAll={props.onSelectAll} />
      {groups.map(({ objective, rows: own }) => (
        <tbody key={objective.code}>
          <tr className="grid__objective">
            <th scope="rowgroup" colSpan={sheet.columns.length}>
              <span title={objective.statement}>
                <b>{objective.code}</b> {objective.statement}
              </span>
            </th>
          </tr>
          {own.map((row) => (
            <RowOfGrid key={row.code} {...props} row={row} at={positions.get(row.code) ?? -1} tabStop={tabStop} />
          ))}
        </tbody>
      ))}
    </table>
  );
};

const allSelected = ({ sheet, selected }: EntryGridProps) => ({
  isAllSelected: sheet.codes.length > 0 && sheet.codes.every((code) => selected.has(code)),
});

type RowOfGridProps = EntryGridProps & { readonly row: EntryRow; readonly at: number; readonly tabStop: Place | null };

const RowOfGrid = (props: RowOfGridProps) => {
  const { row, at, tabStop, year, years, sheet, typed, grid, lockOf, handlers } = props;
  const { active, editing, range } = grid;
  const { code } = row;
  const isChosen = range !== null && at >= range.top && at <= range.bottom;
  // One active cell is marked as such; a block is drawn from two cells on.
  const isBlock = range !== null && (range.top !== range.bottom || range.left !== range.right);
  const shared = {
    activeColumn: tabStop?.code === code ? tabStop.column : null,
    editingColumn: editing?.code === code ? editing.column : null,
    chosenFrom: isChosen && isBlock ? range.left : -1,
    chosenTo: isChosen && isBlock ? range.right : -1,
    isCurrent: active?.code === code,
    handlers,
  };
  if (years.length > 1) {
    const isTyped = [...typed.values()].some((cell) => cell.code === code);
    return (
      <YearsRow
        {...shared}
        code={code}
        years={props.rowsOf(code)}
        columns={sheet.columns}
        typed={isTyped ? typed : nothingTyped}
        lockOf={lockOf}
      />
    );
  }
  return (
    <GridRow
      {...shared}
      row={row}
      threshold={props.threshold}
      typedTarget={typed.get(keyOf({ code, field: 'target', year }))}
      typedValue={typed.get(keyOf({ code, field: 'value', year }))}
      targetLock={lockOf(row, 'target')}
      valueLock={lockOf(row, 'value')}
      isSelected={props.selected.has(code)}
    />
  );
};

/** Tab always finds a cell of the grid, also where the last one was filtered away. */
const tabStopOf = ({ sheet, grid: { active }, year }: EntryGridProps): Place | null => {
  const isShown = active !== null && sheet.codes.includes(active.code) && sheet.columns.includes(active.column);
  if (isShown) return active;
  const [first] = sheet.codes;
  return first === undefined ? null : { code: first, column: columnOf('value', year, sheet) };
};
