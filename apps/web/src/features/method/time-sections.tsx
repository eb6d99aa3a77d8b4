import { attentionKinds, attentionLabels, attentionMeanings, periodBasisLabels } from '@fbs/core';
import { DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { MethodPage } from './method-queries.ts';
import { sentenceCase } from './method-words.ts';

type DueDate = MethodPage['dueDates'][number];

/** The name stands in the first column already. */
const coversOf = ({ periodBasis, covers }: DueDate): string =>
  sentenceCase(covers.replace(`${periodBasisLabels[periodBasis]}: `, ''));

export const Periods = ({ page }: { page: MethodPage }) => (
  <>
    <p>
      A year of the strategy is the U.S. fiscal year: FY 2020 runs from October 1, 2019 to September 30, 2020. What a
      figure of that year covers depends on the indicator, and stands beside every figure: “FY 2020”, “CY 2020”, “TIP
      Report 2020”. These due dates hold unless an indicator sets its own.
    </p>
    <DataTable
      caption="What a figure covers, and when it is due"
      captionHidden
      rows={page.dueDates}
      rowKey={({ periodBasis }) => periodBasis}
      columns={[
        {
          key: 'basis',
          head: 'Period',
          rowHead: true,
          cell: ({ periodBasis }) => <b>{periodBasisLabels[periodBasis]}</b>,
          width: '30%',
        },
        { key: 'covers', head: 'The figure of a year covers', cell: coversOf },
        { key: 'due', head: 'Due', nowrap: true, cell: ({ due }) => due },
      ]}
      narrow="cards"
    />
  </>
);

export const History = () => (
  <>
    <h3>As of</h3>
    <p>
      Every reading screen can be set back to a past day. It then shows figures, targets, definitions and states as they
      stood at the end of that day, and says so at the top.
    </p>
    <h3>Restatement and vintages</h3>
    <p>
      A figure that is corrected or restated is not overwritten: each recorded version is a vintage with its source,
      person and time. Published figures are known from the day on which their source came out, and not before.
    </p>
    <h3>Revised targets</h3>
    <p>
      The initial target stays beside every revision, with reason, person and date. A revision after the figure of that
      year was entered is left to reviewers and stays marked <Tag tone="strong">revised after the result</Tag> on screen
      and in the review.
    </p>
    <h3>Illustrative figures</h3>
    <p>
      The public strategy publishes no indicators, baselines or targets. In evaluation, targets and missing figures are
      invented so that every screen can be tried. Each carries the mark <IllustrativeMark /> on screen and in every
      export, and is not to be quoted. In the grid of data entry a dashed line under the figure says the same.
    </p>
    <h3>Proposed indicators</h3>
    <p>
      An indicator is marked <Tag>proposed</Tag> until the office adopts it. A change of its definition is a new version
      with date, person and reason; earlier reviews keep the definition of their time.
    </p>
    <h3>New indicators</h3>
    <p>
      An indicator that is added later makes no earlier year look missing: for a period that was over before it was
      added nothing is due, and the year reads “not rated: new indicator”. A figure that is recorded for such a period
      all the same, such as published history, counts and is rated like any other. Signed reviews stay as they were.
    </p>
    <h3>Signed reviews</h3>
    <p>
      When a review is final, its figures, definitions, targets and ratings are frozen with a checksum (SHA-256), which
      every export prints: anybody can see that nothing was changed. A draft says DRAFT on every page.
    </p>
  </>
);

export const AttentionRanks = () => (
  <>
    <p>
      The overview lists what needs somebody under “Needs attention”. An indicator stands there once, under the first of
      these that holds; within a rank the widest miss comes first.
    </p>
    <ol>
      {attentionKinds.map((kind) => (
        <li key={kind}>
          <b>{attentionLabels[kind]}</b>: {attentionMeanings[kind]}.
        </li>
      ))}
    </ol>
  </>
);
