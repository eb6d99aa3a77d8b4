import { Link } from '@tanstack/react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BreakdownCharts } from './breakdown-chart.tsx';
import { type BreakdownGroup, breakdownGroups } from './breakdown-groups.ts';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';
import { styleOf } from './indicator-style.ts';

const GroupTable = ({ group, period }: { group: BreakdownGroup; period: string }) => (
  <DataTable
    caption={`By ${group.dimension}, ${period}${group.sums ? '' : ' (a part of the total)'}`}
    dense
    rows={group.lines}
    rowKey={({ category }) => category}
    columns={[
      { key: 'category', head: 'Category', cell: ({ category }) => category, width: '34%' },
      { key: 'figure', head: 'Figure', align: 'end', cell: ({ figure }) => figure, width: '16%' },
      { key: 'share', head: 'Share', align: 'end', cell: ({ share }) => share ?? 'unknown', width: '14%' },
      {
        key: 'bar',
        head: <span className="visually-hidden">Share as a bar</span>,
        cell: ({ length }) => (
          <span className="breakdown__frame">
            <span className="breakdown__bar" style={{ inlineSize: `${length}%` }} />
          </span>
        ),
      },
    ]}
  />
);

const OtherYears = ({ page, entry }: { page: IndicatorPage; entry: IndicatorYear }) => {
  const latest = page.breakdowns.findLast(({ rows }) => rows.length > 0);
  if (latest === undefined) return <p className="soft">No breakdown has been reported for any year.</p>;
  const label = page.years.find(({ year }) => year === latest.year)?.period.label ?? String(latest.year);
  return (
    <p className="soft">
      No breakdown is reported for {entry.period.label}. The latest is{' '}
      <Link to="." search={(previous) => ({ ...previous, year: latest.year })} resetScroll={false}>
        {label}
      </Link>
      .
    </p>
  );
};

/** Who or what the figure is made of: bars beside their figures, so that the table is the chart. */
export const BreakdownView = ({ page, entry }: { page: IndicatorPage; entry: IndicatorYear }) => {
  const { definition } = page;
  if (definition.disaggregations.length === 0 && page.breakdowns.length === 0) return null;
  const breakdown = page.breakdowns.find(({ year }) => year === entry.year);
  const rows = breakdown?.rows ?? [];
  const groups = breakdownGroups(rows, entry.value, definition.disaggregations, styleOf(definition));
  return (
    <section aria-labelledby="breakdown" className="stack">
      <h2 id="breakdown">Breakdown</h2>
      {groups.length > 0 && entry.illustrative && (
        <p>
          <IllustrativeMark />
        </p>
      )}
      {groups.length === 0 && <OtherYears page={page} entry={entry} />}
      {(breakdown?.findings ?? []).map((finding) => (
        <Notice key={finding} kind="warning" title={finding} />
      ))}
      {groups.map((group) => (
        <GroupTable key={group.dimension} group={group} period={entry.period.label} />
      ))}
      <BreakdownCharts page={page} entry={entry} />
    </section>
  );
};
