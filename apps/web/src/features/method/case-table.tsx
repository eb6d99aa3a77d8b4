import { directionLabels } from '@fbs/core';
import { formatDecimal } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { MethodPart } from './method-part.tsx';
import type { MethodPage } from './method-queries.ts';

type Case = MethodPage['cases'][number];

const shown = (figure: string | null): string => (figure === null ? '–' : formatDecimal(figure));

const targetOf = ({ target, low, high, tolerance }: Case): string => {
  if (low !== null && high !== null) return `${shown(low)} to ${shown(high)}`;
  return tolerance === null ? shown(target) : `${shown(target)} ± ${shown(tolerance)}`;
};

const columns: readonly Column<Case>[] = [
  { key: 'why', head: 'Case', cell: ({ why }) => `${why.charAt(0).toUpperCase()}${why.slice(1)}` },
  { key: 'direction', head: 'Wanted', cell: ({ direction }) => directionLabels[direction] },
  { key: 'target', head: 'Target', align: 'end', nowrap: true, cell: targetOf },
  { key: 'value', head: 'Value', align: 'end', nowrap: true, cell: ({ value }) => <b>{shown(value)}</b> },
  { key: 'previous', head: 'Year before', align: 'end', nowrap: true, cell: ({ previous }) => shown(previous) },
  { key: 'baseline', head: 'Baseline', align: 'end', nowrap: true, cell: ({ baseline }) => shown(baseline) },
  { key: 'rating', head: 'Published rating', cell: ({ rating }) => <StatusMark rating={rating} /> },
  { key: 'sentence', head: 'What the engine says now', cell: ({ sentence }) => sentence },
  { key: 'agrees', head: 'Agrees', cell: (row) => <Agreement agrees={row.agrees} /> },
];

const Agreement = ({ agrees }: { agrees: boolean }) => (
  <span className={`mark ${agrees ? 'method__agrees' : 'method__differs'}`}>
    <Icon name={agrees ? 'check' : 'warning'} />
    {agrees ? 'Yes' : 'No'}
  </span>
);

/** The cases by which the rules are held: the same table that the tests run, asked of the engine at this moment. */
export const CaseTable = ({ cases }: { cases: MethodPage['cases'] }) => {
  const agreeing = cases.filter(({ agrees }) => agrees).length;
  return (
    <MethodPart name="cases">
      <p>
        The rules are held by published cases. The engine was asked each of them when this page was opened:{' '}
        <b>
          {agreeing} of {cases.length} agree
        </b>
        .
      </p>
      <DataTable
        caption="Cases with the rating they must get"
        columns={columns}
        rows={cases}
        rowKey={(row) => [row.direction, row.why, row.target, row.value, row.previous, row.baseline].join(' ')}
        empty="No cases are published."
        dense
      />
    </MethodPart>
  );
};
