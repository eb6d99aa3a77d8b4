import type { EntryRow } from '@fbs/contract';
import { type ReactNode, useMemo } from 'react';
import { formatYear } from '../../lib/format.ts';
import { classes } from '../../ui/classes.ts';
import type { ObjectiveRows } from './entry-filters.ts';
import type { EntryList } from './entry-queries.ts';
import type { GridHandlers } from './grid-handlers.ts';
import { GridHead } from './grid-head.tsx';
import { type Line, linesOf, type Piece, piecesOf } from './grid-lines.ts';
import { columnOf, type Field, type Place, type Sheet } from './grid-moves.ts';
import { GridRow } from './grid-row.tsx';
import { type CellKey, keyOf, type TypedCell } from './typed-cells.ts';
import type { BlockEdits } from './use-block-edits.ts';
import { useDrawnLines } from './use-drawn-lines.ts';
import type { Grid } from './use-grid.ts';
import { YearsRow } from './years-row.tsx';

export type Objective = EntryList['objectives'][number];

type EntryGridProps = {
  readonly year: number;
  /** Several: all years stand side by side. */
  readonly years: readonly number[];
  readonly sheet: Sheet;
  readonly threshold: string;
  readonly goals: EntryList['goals'];
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

// In rem: larger letters get wider columns.
const nameWidth = 18.75;
const fieldWidth = 7.25;

const nothingTyped: ReadonlyMap<CellKey, TypedCell> = new Map();

/** A grid on a real table: rows under their goals and objectives, blocks of cells, moved through with the arrow keys. */
export const EntryGrid = (props: EntryGridProps) => {
  const { year, years, sheet, groups, grid, blocks } = props;
  const lines = useMemo(() => linesOf(groups), [groups]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const { range, heightOf } = useDrawnLines(grid.frame, lines);
  const tabStop = tabStopOf(props);
  const kept = [tabStop?.code, grid.editing?.code];
  const pieces = piecesOf(lines, range, (key) => kept.includes(key), heightOf);
  const isWide = years.length > 1;
  const caption = isWide ? 'Targets and values of all years.' : `Figures of ${formatYear(year)}.`;
  return (
    <table
      ref={grid.frame}
      role="grid"
      className={classes('grid', isWide && 'grid--years print-wide')}
      // Columns of fixed widths: the browser need not measure every cell of every year.
      style={isWide ? { width: `${nameWidth + fieldWidth * (sheet.columns.length - 1)}rem` } : undefined}
      aria-multiselectable
      aria-rowcount={lines.length + headRows}
      onCopy={(event) => blocks.onCopy(event, grid.range)}
      onCut={(event) => blocks.onCut(event, grid.range)}
      onPaste={(event) => blocks.onPaste(event, grid.range)}
    >
      <caption className="visually-hidden">
        {`${caption} Arrow keys move between cells, and with Shift they select a block. Typing or Enter opens a cell, Enter saves, Escape cancels.`}
      </caption>
      <colgroup>
        {sheet.columns.map((column) => (
          <col key={column} className={`grid__col--${column.split('-')[0]}`} />
        ))}
      </colgroup>
      <GridHead year={year} years={years} {...allSelected(props)} onSelectAll={props.onSelectAll} />
      {lines
        .filter(({ kind }) => kind !== 'row')
        .map(({ key, group }) => (
          <GroupOfGrid key={key} {...props} lines={lines} rows={rows} pieces={pieces[group] ?? []} tabStop={tabStop} />
        ))}
    </table>
  );
};

const headRows = 1;

type GroupOfGridProps = EntryGridProps & {
  readonly lines: readonly Line[];
  readonly rows: readonly EntryRow[];
  readonly pieces: readonly Piece[];
  readonly tabStop: Place | null;
};

/** A goal, or an objective with its rows; of a long grid only those around the window, and gaps in place of the others. */
const GroupOfGrid = ({ lines, rows, pieces, ...props }: GroupOfGridProps) => {
  const width = props.sheet.columns.length;
  return (
    <tbody>
      {pieces.map((piece) => {
        if ('height' in piece) return <Gap key={`gap ${piece.gapFrom}`} height={piece.height} width={width} />;
        const { key, kind, at } = lines[piece.at] as Line;
        const line = piece.at + headRows + 1;
        const row = kind === 'row' ? rows[at] : undefined;
        return row === undefined ? (
          <HeadLine key={key} of={key} width={width} line={line}>
            {kind === 'goal' ? <GoalWords {...props} at={at} /> : <ObjectiveWords {...props} at={at} />}
          </HeadLine>
        ) : (
          <RowOfGrid key={row.code} {...props} row={row} at={at} line={line} />
        );
      })}
    </tbody>
  );
};

type HeadLineProps = {
  /** "goal 1", "objective 1.2". */
  readonly of: string;
  readonly width: number;
  readonly line: number;
  readonly children: ReactNode;
};

const HeadLine = ({ of, width, line, children }: HeadLineProps) => (
  <tr className={`grid__${of.split(' ')[0]}`} aria-rowindex={line} data-line={of}>
    <th scope="rowgroup" colSpan={width}>
      {children}
    </th>
  </tr>
);

type WordsProps = Pick<EntryGridProps, 'groups' | 'goals'> & { readonly at: number };

const GoalWords = ({ groups, goals, at }: WordsProps) => {
  const code = groups[at]?.objective.goal;
  return <span>{`Goal ${code} ${goals.find((goal) => goal.code === code)?.shortName ?? ''}`.trimEnd()}</span>;
};

const ObjectiveWords = ({ groups, at }: WordsProps) => {
  const { code, statement } = groups[at]?.objective ?? { code: '', statement: '' };
  return (
    <span title={statement}>
      <b>{code}</b> {statement}
    </span>
  );
};

const Gap = ({ height, width }: { height: number; width: number }) => (
  <tr className="grid__gap" role="presentation">
    <td role="presentation" colSpan={width} style={{ height }} />
  </tr>
);

const allSelected = ({ sheet, selected }: EntryGridProps) => ({
  isAllSelected: sheet.codes.length > 0 && sheet.codes.every((code) => selected.has(code)),
});

type RowOfGridProps = EntryGridProps & {
  readonly row: EntryRow;
  /** The position of the row among the rows, and its line in the table, as a screen reader counts it. */
  readonly at: number;
  readonly line: number;
  readonly tabStop: Place | null;
};

const RowOfGrid = (props: RowOfGridProps) => {
  const { row, at, line, tabStop, year, years, sheet, typed, grid, lockOf, handlers } = props;
  const { active, editing, range } = grid;
  const { code } = row;
  const isChosen = range !== null && at >= range.top && at <= range.bottom;
  // One active cell is marked as such; a block is drawn from two cells on.
  const isBlock = range !== null && (range.top !== range.bottom || range.left !== range.right);
  const shared = {
    line,
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
