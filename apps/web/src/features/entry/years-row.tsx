import type { EntryRow } from '@fbs/contract';
import { memo } from 'react';
import { doubtOf, isRequired, lacksExplanation, shownTargetOf, shownValue, targetNote } from './cell-figures.ts';
import { cellProps, FieldCell } from './entry-cell.tsx';
import type { GridHandlers } from './grid-handlers.ts';
import { type Column, type Field, fields } from './grid-moves.ts';
import { IndicatorCell } from './grid-row.tsx';
import { type CellKey, keyOf, type TypedCell } from './typed-cells.ts';

type YearsRowProps = {
  readonly code: string;
  readonly line: number;
  /** The indicator in each year, in order; undefined where a year does not know it. */
  readonly years: readonly (EntryRow | undefined)[];
  readonly columns: readonly Column[];
  /** The same empty map for every row in which nothing is typed. */
  readonly typed: ReadonlyMap<CellKey, TypedCell>;
  readonly lockOf: (row: EntryRow, field: Field) => string | null;
  readonly activeColumn: Column | null;
  readonly editingColumn: Column | null;
  readonly chosenFrom: number;
  readonly chosenTo: number;
  readonly isCurrent: boolean;
  readonly handlers: GridHandlers;
};

/** An indicator with the targets and values of all years side by side. */
export const YearsRow = memo((props: YearsRowProps) => {
  const { code, years, columns, activeColumn, handlers } = props;
  const markOf = (column: Column) => {
    const at = columns.indexOf(column);
    return { isActive: activeColumn === column, isChosen: at >= props.chosenFrom && at <= props.chosenTo };
  };
  const known = years.find((row) => row !== undefined);
  if (known === undefined) return null;
  return (
    <tr aria-rowindex={props.line} data-line={code} className={props.isCurrent ? 'grid__row--current' : undefined}>
      <IndicatorCell
        row={known}
        withPeriod={false}
        join={cellProps(code, 'indicator', markOf('indicator'), handlers)}
      />
      {columns.slice(1).map((column, at) => {
        const row = years[Math.floor(at / fields.length)];
        const field = fields[at % fields.length] ?? 'value';
        return row === undefined ? (
          <td key={column} role="gridcell" className="cell" {...cellProps(code, column, markOf(column), handlers)}>
            <span className="cell__empty">not in this year</span>
          </td>
        ) : (
          <YearCell key={column} {...props} row={row} field={field} column={column} mark={markOf(column)} />
        );
      })}
    </tr>
  );
});

type YearCellProps = Pick<YearsRowProps, 'typed' | 'lockOf' | 'editingColumn' | 'handlers'> & {
  readonly row: EntryRow;
  readonly field: Field;
  readonly column: Column;
  readonly mark: { readonly isActive: boolean; readonly isChosen: boolean };
};

const YearCell = ({ row, field, column, typed, lockOf, editingColumn, mark, handlers }: YearCellProps) => {
  const { entry, code } = row;
  const typedOf = (of: Field) => typed.get(keyOf({ code, field: of, year: entry.year }));
  const lock = lockOf(row, field);
  const shared = {
    row,
    field,
    column,
    typed: typedOf(field),
    lock,
    mark,
    isEditing: editingColumn === column,
    handlers,
  };
  if (field === 'target') {
    return (
      <FieldCell
        {...shared}
        figure={shownTargetOf(row)}
        empty="no target"
        illustrative={entry.target.illustrative}
        note={targetNote(row)}
        isDoubt={false}
        isRequired={false}
      />
    );
  }
  const doubt = doubtOf(row, { target: typedOf('target'), value: typedOf('value') });
  const lack = lacksExplanation(row, entry.rating) ? 'explanation needed' : null;
  return (
    <FieldCell
      {...shared}
      figure={shownValue(row)}
      empty={entry.state === 'not_applicable' ? 'not applicable' : ''}
      illustrative={entry.illustrative}
      note={doubt ?? lack}
      isDoubt={doubt !== null}
      isRequired={lock === null && isRequired(row)}
    />
  );
};
