import { formatTarget } from '../../lib/figure.ts';
import { formatDay, formatYear } from '../../lib/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { IndicatorPage } from './indicator-queries.ts';
import { styleOf } from './indicator-style.ts';

type TargetVintage = IndicatorPage['targets'][number];

const nameOf = ({ number }: TargetVintage): string => (number === 1 ? 'initial' : `revision ${number - 1}`);

/** Every target ever set: the first one stays beside its revisions. */
export const TargetHistory = ({ page }: { page: IndicatorPage }) => {
  if (page.definition.role !== 'performance') return null;
  const revised = page.targets.filter(({ number }) => number > 1).length;
  return (
    <section aria-labelledby="targets" className="stack">
      <h2 id="targets">Targets</h2>
      {page.targets.length === 0 ? (
        <p className="soft">
          No target has been set. The public strategy names none; a planner or a reviewer can set them.
        </p>
      ) : (
        <Disclosure
          summary={`All targets with their history (${revised === 0 ? 'none revised' : `${revised} revised`})`}
        >
          <TargetTable page={page} />
        </Disclosure>
      )}
    </section>
  );
};

const TargetTable = ({ page }: { page: IndicatorPage }) => (
  <DataTable
    caption="Targets of all years, newest first"
    captionHidden
    dense
    narrow="cards"
    rows={page.targets}
    rowKey={({ year, number }) => `${year} ${number}`}
    columns={[
      {
        key: 'year',
        head: 'Year',
        rowHead: true,
        nowrap: true,
        cell: (target) => `${formatYear(target.year)}, ${nameOf(target)}`,
      },
      {
        key: 'target',
        head: 'Target',
        align: 'end',
        cell: (target) => (
          <span>
            {formatTarget(target, styleOf(page.definition)) ??
              (target.noTargetReason === null ? 'Taken back' : 'None, on purpose')}{' '}
            {target.illustrative && <IllustrativeMark />}
          </span>
        ),
      },
      {
        key: 'who',
        head: 'Set by',
        cell: ({ person, at }) => (
          <span>
            {person}
            <span className="small soft">, {formatDay(at)}</span>
          </span>
        ),
      },
      {
        key: 'why',
        head: 'Reason',
        cell: ({ reason, noTargetReason, afterResult }) => (
          <span className="small">
            {afterResult && <Tag tone="strong">after the result was known</Tag>} {reason ?? noTargetReason}
          </span>
        ),
      },
    ]}
  />
);
