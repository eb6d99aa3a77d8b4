import type { Assessment } from '@fbs/core';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { MethodPart } from './method-part.tsx';
import type { MethodPage } from './method-queries.ts';

export const RollUps = () => (
  <MethodPart name="rollUp">
    <p>
      Results of several indicators are counted, and never averaged: percentages of different things have no meaning
      together. Only performance indicators count. Context indicators, which show what governments and others do, are
      shown with their trend and never counted as the office’s own result.
    </p>
    <ul>
      <li>
        <b>Met</b> is above target and on target together: “met 7 of 9 rated”.
      </li>
      <li>
        <b>Reported</b> is submitted, approved and frozen together: “reported 9 of 12 due”. What is not applicable is
        not due.
      </li>
    </ul>
  </MethodPart>
);

const rules: readonly (readonly [assessment: Assessment, rule: string])[] = [
  ['noteworthy_progress', 'Every rated indicator met its target, and at least one is above it.'],
  ['focus_area', 'Fewer than half of the rated indicators met their targets.'],
  ['on_track', 'Everything between.'],
  ['not_rated', 'No indicator is rated.'],
];

export const Assessments = ({ names }: { names: MethodPage['assessmentNames'] }) => (
  <MethodPart name="assessment">
    <p>In the annual review the counts suggest an assessment for each objective:</p>
    <dl className="method__terms">
      {rules.map(([assessment, rule]) => (
        <div key={assessment}>
          <dt>
            <AssessmentMark assessment={assessment} name={names[assessment]} />
          </dt>
          <dd>{rule}</dd>
        </div>
      ))}
    </dl>
    <p>
      A person decides. Who chooses another assessment than the suggested one gives a reason, which stays in the review.
    </p>
  </MethodPart>
);

const ranking: readonly (readonly [name: string, meaning: string])[] = [
  ['Below target', 'The target was missed, and the figure is not better than the one before.'],
  ['Overdue', 'The due date has passed and nothing has been reported.'],
  ['Returned', 'A reviewer has sent the figure back, and it has not been submitted again.'],
  ['Explanation missing', 'A deviation has to be explained and is not.'],
  ['Falling', 'The figure is worse than the one of the year before, although its target may be met.'],
  ['Revised after the result', 'The target was changed when the result was known already.'],
];

export const Attention = () => (
  <MethodPart name="attention">
    <p>The overview lists exceptions in this order; within each, in the order of the strategy:</p>
    <ol>
      {ranking.map(([name, meaning]) => (
        <li key={name}>
          <b>{name}.</b> {meaning}
        </li>
      ))}
    </ol>
  </MethodPart>
);

export const Targets = () => (
  <MethodPart name="targets">
    <p>
      The target first set stays visible beside every revision, with its reason, person and date. Once the result of a
      year is known, only a reviewer may revise its target, and it stays marked “revised after the result was known”, on
      screen and in the review. That there is no target can be recorded on purpose, with a reason.
    </p>
    <p>
      The <b>trend</b> is the change against the period before, and whether that is good, bad or neutral.{' '}
      <b>Progress over the strategy</b> is the way from the baseline to the last target that has been covered; it is
      shown only where all three figures exist. A <b>projection</b> is a straight line through at least three figures,
      drawn dashed and named as such; it never enters a rating.
    </p>
  </MethodPart>
);
