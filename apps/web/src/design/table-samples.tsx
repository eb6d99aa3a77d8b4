import type { Rating } from '@fbs/core';
import { formatSignedPercent } from '../lib/format.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { IllustrativeMark } from '../ui/illustrative-mark.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

type Row = { year: string; target: string; value: string; deviation: string; rating: Rating; text: string };

const rows: readonly Row[] = [
  { year: 'FY 2021', target: '4,000', value: '4,310', deviation: '7.8', rating: 'on_target', text: 'Not required' },
  {
    year: 'FY 2019',
    target: '3,200',
    value: '2,900',
    deviation: '-9.4',
    rating: 'improved_target_not_met',
    text: 'Two courses moved to FY 2020 for security reasons.',
  },
  { year: 'FY 2018', target: '3,000', value: '2,650', deviation: '-11.7', rating: 'below_target', text: 'First year.' },
];

const columns: readonly Column<Row>[] = [
  { key: 'year', head: 'Year', cell: (row) => row.year, nowrap: true },
  { key: 'target', head: 'Target', cell: (row) => row.target, align: 'end' },
  {
    key: 'value',
    head: 'Value',
    align: 'end',
    cell: (row) => (
      <>
        <b>{row.value}</b> <IllustrativeMark />
      </>
    ),
  },
  { key: 'deviation', head: 'Deviation', cell: (row) => formatSignedPercent(row.deviation), align: 'end' },
  { key: 'rating', head: 'Rating', cell: (row) => <StatusMark rating={row.rating} />, nowrap: true },
  { key: 'text', head: 'Explanation', cell: (row) => row.text },
];

const keyOf = (row: Row): string => row.year;

export const TableSamples = () => (
  <section className="stack">
    <h2>Tables</h2>
    <DataTable caption="All years, scrolling in its frame" columns={columns} rows={rows} rowKey={keyOf} />
    <DataTable
      caption="All years, as cards on narrow screens"
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      narrow="cards"
    />
    <DataTable
      caption="Corrective actions"
      columns={columns}
      rows={[]}
      rowKey={keyOf}
      empty="None have been recorded for this objective."
    />
  </section>
);
