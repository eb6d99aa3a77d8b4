import type { GoalPage } from '@fbs/contract';
import { formatDecimal } from '../../lib/format.ts';
import { DataTable } from '../../ui/data-table.tsx';

type Fact = GoalPage['facts'][number];

/** What has been published about the office's work: background, with source and date, never among the results. */
export const FactsTable = ({ facts }: { facts: readonly Fact[] }) => (
  <section aria-labelledby="facts" className="stack">
    <div>
      <h2 id="facts">Background: published facts</h2>
      <p className="small soft">What the office has published about its work. Background only: it is not rated.</p>
    </div>
    <DataTable
      caption="Published facts about the office's work"
      captionHidden
      dense
      narrow="cards"
      rows={facts}
      rowKey={({ fact, asOf, source }) => `${fact} ${asOf} ${source}`}
      columns={[
        { key: 'fact', head: 'Fact', cell: ({ fact }) => fact, width: '46%' },
        {
          key: 'value',
          head: 'Figure',
          cell: ({ value, unit }) => (
            <span>
              <b>{formatDecimal(value)}</b> {unit}
            </span>
          ),
        },
        { key: 'asOf', head: 'As of', cell: ({ asOf }) => asOf, nowrap: true },
        { key: 'source', head: 'Source', cell: ({ source }) => <span className="small soft">{source}</span> },
      ]}
    />
  </section>
);
