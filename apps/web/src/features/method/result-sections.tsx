import { type Assessment, assessments } from '@fbs/core';
import { formatDecimal } from '../../lib/format.ts';
import type { MethodPage } from './method-queries.ts';
import { TermsTable } from './terms-table.tsx';

export const RollUps = () => (
  <>
    <p>
      Results of an objective, a goal and the strategy are <b>counts</b>, never an average of percentages: an average
      would hide the miss behind the success.
    </p>
    <ul>
      <li>
        <b>Met 7 of 9 rated</b>: above target and on target are met; what is not rated stands outside.
      </li>
      <li>
        <b>Reported 9 of 12 due</b>: due is what is past its due date or reported already; not applicable is not due.
      </li>
      <li>
        Only <b>performance indicators</b> count. <b>Context indicators</b> tell what governments and others did: they
        are shown with their trend, and never counted as the office's own result.
      </li>
      <li>Retired indicators stay in the record and leave the counts.</li>
      <li>Every figure of the overview leads to the list that it counts, made by the same test as the figure.</li>
    </ul>
  </>
);

const suggestions: Readonly<Record<Assessment, string>> = {
  noteworthy_progress: 'Everything rated is met, and at least one indicator is above target.',
  on_track: 'At least half of what is rated is met, and the above does not hold.',
  focus_area: 'Less than half of what is rated is met.',
  not_rated: 'Nothing of the objective is rated.',
};

export const Assessments = ({ page }: { page: MethodPage }) => (
  <>
    <p>
      In the annual review a person assesses every objective. The counts suggest an assessment; the person decides, and
      choosing another one asks for a reason, which stands in the review.
    </p>
    <TermsTable
      caption="What the counts suggest for an objective"
      head="Suggested assessment"
      meaningHead="When"
      terms={assessments}
      name={(assessment) => <b>{page.assessmentNames[assessment]}</b>}
      meanings={suggestions}
    />
  </>
);

export const Explanations = ({ page }: { page: MethodPage }) => (
  <>
    <p>A figure needs an explanation before it is submitted where</p>
    <ul>
      <li>it lies more than {formatDecimal(page.threshold)}% from its target, in either direction, or</li>
      <li>it is rated improved, target not met, or</li>
      <li>it is rated below target.</li>
    </ul>
    <p>
      Passing a target by far asks for an explanation too: the target may have been set too low. Computed indicators
      need none of their own.
    </p>
  </>
);

export const WorkedOut = () => (
  <>
    <h3>Computed indicators</h3>
    <p>
      A share is worked out from two other indicators of the same year: numerator ÷ denominator × 100. A missing part
      makes it not reported; a denominator of 0 makes it not applicable.
    </p>
    <h3>Trend and projection</h3>
    <p>
      The trend is the change against the period before, and whether that is good, bad or neither follows from the
      direction. A projection is a straight line through at least three figures (least squares). It is drawn dashed,
      named a projection, and never enters a rating.
    </p>
    <h3>Life-of-strategy progress</h3>
    <p>
      (latest figure − baseline) ÷ (last target − baseline): how much of the whole way is done. It is shown only where
      all three exist, and may be under 0% or over 100%.
    </p>
  </>
);
