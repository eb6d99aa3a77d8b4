import { type EntryState, type PeriodBasis, periodBasisLabels } from '@fbs/core';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { MethodPart } from './method-part.tsx';
import type { MethodPage } from './method-queries.ts';

const meanings: readonly (readonly [state: EntryState, meaning: string])[] = [
  ['not_due', 'Nothing has been entered, and the due date has not passed.'],
  ['not_reported', 'Nothing has been entered, although the due date has passed.'],
  ['not_applicable', 'There can be no figure in this year, for a reason that is recorded.'],
  ['draft', 'A figure has been entered and can still change. Only its section, planners and reviewers see it.'],
  ['submitted', 'The figure waits for a reviewer. It counts as reported.'],
  ['returned', 'A reviewer has sent it back with a note.'],
  [
    'approved',
    'A reviewer has accepted it. It is corrected only with a reason, and the old figure stays in the history.',
  ],
  ['frozen', 'The review of the year is final. It changes only after the review has been reopened.'],
];

export const States = ({ selfApproval }: { selfApproval: boolean }) => (
  <MethodPart name="states">
    <p>Exactly one of these is shown at any time. Each step leaves a version that is never removed.</p>
    <dl className="method__terms">
      {meanings.map(([state, meaning]) => (
        <div key={state}>
          <dt>
            <StateMark state={state} />
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <p>
      {selfApproval
        ? 'In this office a person may approve what they submitted themselves: the setting for very small offices is on.'
        : 'Nobody approves what they submitted themselves.'}
    </p>
  </MethodPart>
);

type DueDate = MethodPage['dueDates'][number];

/** "Calendar year (CY): January 1 to ..." under the heading that says the first half is said once. */
const withoutName = ({ covers, periodBasis }: DueDate): string => {
  const name: string = periodBasisLabels[periodBasis as PeriodBasis];
  const rest = covers.startsWith(`${name}: `) ? covers.slice(name.length + 2) : covers;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
};

const columns: readonly Column<DueDate>[] = [
  { key: 'basis', head: 'Period of the figure', cell: ({ periodBasis }) => periodBasisLabels[periodBasis] },
  { key: 'covers', head: 'What it covers', cell: withoutName },
  { key: 'due', head: 'Due by', cell: ({ due }) => due },
];

export const DueDates = ({ dueDates }: { dueDates: MethodPage['dueDates'] }) => (
  <MethodPart name="due">
    <p>
      Years are U.S. fiscal years: FY 2020 ran from October 1, 2019 to September 30, 2020. What the figure of an
      indicator covers is shown wherever it stands (“CY 2020”). An indicator may have a due date of its own.
    </p>
    <DataTable
      caption="Due dates of the strategy year"
      columns={columns}
      rows={dueDates}
      rowKey={({ periodBasis }) => periodBasis}
      narrow="cards"
    />
  </MethodPart>
);
