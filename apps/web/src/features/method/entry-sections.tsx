import {
  type EntryState,
  entryStates,
  isReported,
  type NotRatedReason,
  notRatedReasonLabels,
  notRatedReasons,
} from '@fbs/core';
import { DataTable } from '../../ui/data-table.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import type { MethodPage } from './method-queries.ts';
import { TermsTable } from './terms-table.tsx';

const reasons: Readonly<Record<NotRatedReason, string>> = {
  no_target:
    'A figure is reported, but there is nothing to compare it with. “No target” can also be recorded on purpose.',
  not_due: 'The due date has not passed yet, and nothing is reported, or the milestone is not done yet.',
  not_reported: 'The due date has passed and no figure counts as reported.',
  not_applicable: 'The indicator does not apply in this year; the reason is recorded.',
  new_indicator:
    'The indicator was added after the period was over. No value is due; a figure without a target has nothing to be compared with.',
  monitored_only: 'Neither up nor down is better, so that no rating would be fair.',
};

export const NotRatedReasons = () => (
  <>
    <p>“Not rated” is never left unexplained. The reason is one of six:</p>
    <TermsTable
      caption="Reasons for which an indicator is not rated"
      head="Reason"
      terms={notRatedReasons}
      name={(reason) => <b>{notRatedReasonLabels[reason]}</b>}
      meanings={reasons}
    />
  </>
);

const stateMeanings: Readonly<Record<EntryState, string>> = {
  not_due:
    'Nothing is entered, and the due date has not passed, or the indicator was added after the period. On the due date itself nothing is late yet.',
  not_reported: 'Nothing is entered, and the due date has passed.',
  not_applicable: 'Marked as not applicable in this year, with a reason. It leaves the count of what is due.',
  draft: 'Entered, not submitted yet. Its section, planners and reviewers see the figure; others see only the state.',
  submitted: 'Waiting for a reviewer, who approves or returns it.',
  returned: 'Sent back by a reviewer with a note on what to change.',
  approved: 'Accepted by a reviewer. It is corrected only by a new version with a reason.',
  frozen: "The year's review is final. It changes only when an administrator reopens the review with a reason.",
};

export const EntryStates = ({ page }: { page: MethodPage }) => (
  <>
    <p>
      An indicator is in exactly one state in each year. A figure of 0 is a figure and none of these states. Only what
      is <b>submitted, approved or frozen</b> counts as reported and is rated; drafts and returned figures do not and
      are not.
    </p>
    <DataTable
      caption="The states of an indicator in a year"
      captionHidden
      rows={entryStates}
      rowKey={(state) => state}
      columns={[
        { key: 'state', head: 'State', rowHead: true, nowrap: true, cell: (state) => <StateMark state={state} /> },
        { key: 'meaning', head: 'What it means', cell: (state) => stateMeanings[state] },
        {
          key: 'counts',
          head: 'Counts as reported',
          nowrap: true,
          cell: (state) => (isReported(state) ? <b>yes</b> : <span className="soft">no</span>),
        },
      ]}
      narrow="cards"
    />
    <p>
      {page.selfApproval
        ? 'This office allows people to approve what they submitted themselves; it is a setting for very small offices.'
        : 'Nobody approves what they submitted themselves.'}
    </p>
  </>
);
