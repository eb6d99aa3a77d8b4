import type { EntryRow } from '@fbs/contract';
import { memo } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import {
  doubtOf,
  isPreviousIllustrative,
  isRequired,
  lacksExplanation,
  ratingOf,
  shownTargetOf,
  shownValue,
  type TypedPair,
  targetNote,
} from './cell-figures.ts';
import { cellProps, FieldCell, Figure } from './entry-cell.tsx';
import { cellFigure } from './figures.ts';
import type { GridHandlers } from './grid-handlers.ts';
import { type Column, columnsOfYear, type Field } from './grid-moves.ts';
import type { TypedCell } from './typed-cells.ts';

type GridRowProps = {
  readonly row: EntryRow;
  readonly line: number;
  readonly threshold: string;
  readonly typedTarget: TypedCell | undefined;
  readonly typedValue: TypedCell | undefined;
  readonly targetLock: string | null;
  readonly valueLock: string | null;
  readonly activeColumn: Column | null;
  readonly editingColumn: Column | null;
  /** The columns of this row that the chosen block covers; -1: none. */
  readonly chosenFrom: number;
  readonly chosenTo: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly handlers: GridHandlers;
};

export const GridRow = memo((props: GridRowProps) => {
  const { row, typedTarget, typedValue, activeColumn, editingColumn, handlers } = props;
  const { entry } = row;
  const typed = { target: typedTarget, value: typedValue };
  const markOf = (column: Column) => {
    const at = columnsOfYear.indexOf(column);
    return { isActive: activeColumn === column, isChosen: at >= props.chosenFrom && at <= props.chosenTo };
  };
  const join = (column: Column) => cellProps(row.code, column, markOf(column), handlers);
  const shared = (field: Field) => ({
    row,
    field,
    column: field,
    handlers,
    mark: markOf(field),
    isEditing: editingColumn === field,
  });
  const doubt = doubtOf(row, typed);
  return (
    <tr
      aria-rowindex={props.line}
      data-line={row.code}
      aria-selected={props.isSelected}
      className={props.isCurrent ? 'grid__row--current' : undefined}
    >
      <td className="grid__select">
        <input
          {...join('select')}
          type="checkbox"
          aria-label={`Select ${row.code}`}
          checked={props.isSelected}
          onChange={() => handlers.onSelect(row.code)}
        />
      </td>
      <IndicatorCell row={row} join={join('indicator')} />
      <td role="gridcell" {...join('previous')} className="cell cell--locked">
        {entry.previous === null ? (
          <span className="cell__empty">not reported</span>
        ) : (
          <Figure illustrative={isPreviousIllustrative(row)}>{cellFigure(entry.previous.value, row)}</Figure>
        )}
      </td>
      <FieldCell
        {...shared('target')}
        typed={typedTarget}
        figure={shownTargetOf(row)}
        empty="no target"
        illustrative={entry.target.illustrative}
        lock={props.targetLock}
        note={targetNote(row)}
        isDoubt={false}
        isRequired={false}
      />
      <FieldCell
        {...shared('value')}
        typed={typedValue}
        figure={shownValue(row)}
        empty={entry.state === 'not_applicable' ? 'not applicable' : ''}
        illustrative={entry.illustrative}
        lock={props.valueLock}
        note={doubt}
        isDoubt={doubt !== null}
        isRequired={props.valueLock === null && isRequired(row)}
      />
      <RatingCell row={row} threshold={props.threshold} typed={typed} join={join('rating')} />
      <StateCell row={row} typed={typed} join={join('state')} />
    </tr>
  );
});

type Join = ReturnType<typeof cellProps>;
type CellProps = { readonly row: EntryRow; readonly join: Join };

type IndicatorCellProps = CellProps & {
  /** Where all years stand side by side, no single period names them. */
  readonly withPeriod?: boolean;
};

export const IndicatorCell = ({ row, join, withPeriod = true }: IndicatorCellProps) => {
  const basis = withPeriod ? row.entry.period.label.split(',')[0] : `FY ${row.entry.year}`;
  const asides = [row.kind === 'currency' ? row.unit : null, basis === `FY ${row.entry.year}` ? null : basis].filter(
    Boolean,
  );
  return (
    <th scope="row" {...join} className="grid__indicator">
      <span className="grid__name">
        <b>{row.code}</b>
        <span>
          {row.name}
          {asides.length > 0 && <small> {asides.join(', ')}</small>}
        </span>
      </span>
    </th>
  );
};

const RatingCell = ({ row, threshold, typed, join }: CellProps & { threshold: string; typed: TypedPair }) => {
  const result = ratingOf(row, threshold, typed);
  const isEmpty = result.reason === 'not_reported' || result.reason === 'not_due' || result.reason === 'not_applicable';
  return (
    <td role="gridcell" {...join} className="grid__rating">
      {/* Where there is no target, its own column says so already. */}
      {!isEmpty && <StatusMark rating={result.rating} reason={result.reason === 'no_target' ? null : result.reason} />}
      {lacksExplanation(row, result) && <small className="grid__lack">explanation needed</small>}
    </td>
  );
};

const StateCell = ({ row, typed, join }: CellProps & { typed: TypedPair }) => {
  const unsaved = [typed.target, typed.value].some(
    (cell) => cell !== undefined && cell.status !== 'typing' && cell.status !== 'saving',
  );
  const { entry } = row;
  return (
    <td role="gridcell" {...join} className="grid__state">
      {unsaved ? (
        <span className="mark state state--returned">
          <Icon name="warning" />
          Not saved
        </span>
      ) : (
        <StateMark state={entry.state} />
      )}
      {row.computed && <small>computed</small>}
      {entry.state === 'returned' && entry.returnNote !== null && (
        <small title={entry.returnNote}>{entry.returnNote}</small>
      )}
    </td>
  );
};
