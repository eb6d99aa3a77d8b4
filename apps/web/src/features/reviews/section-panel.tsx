import type { ReviewSection } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatYear } from '../../lib/format.ts';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { SectionStateMark } from '../../ui/state-mark.tsx';
import { CorrectiveActions } from './corrective-actions.tsx';
import { partIds } from './gate-links.ts';
import type { ReviewPlace } from './review-queries.ts';
import { SectionAssessment } from './section-assessment.tsx';
import { SectionEvidence } from './section-evidence.tsx';
import { SectionExplanations } from './section-explanations.tsx';
import { SectionIndicators } from './section-indicators.tsx';
import { SectionText } from './section-text.tsx';
import { SectionWorkflow } from './section-workflow.tsx';
import { SinceSubmitted } from './since-submitted.tsx';
import { usePartInView } from './use-part-in-view.ts';
import type { ReviewWrites } from './use-review-writes.ts';

type SectionPanelProps = {
  readonly section: ReviewSection;
  readonly place: ReviewPlace;
  readonly writes: ReviewWrites;
};

/** What every part of a section is given. */
export type SectionPartProps = SectionPanelProps & {
  /** Whether its texts can be written now. */
  readonly isOpen: boolean;
};

const textParts: readonly string[] = [partIds.assessment, partIds.departure, partIds.narrative];

/** One objective in the review: the figures, what people say of them, and what follows. */
export const SectionPanel = ({ section, place, writes }: SectionPanelProps) => {
  const { state, rights, lock } = section;
  const isSettled = state === 'submitted' || state === 'cleared';
  const [isReopened, setReopened] = useState(false);
  // Who comes to mend a text finds it open.
  usePartInView((part) => {
    if (textParts.includes(part)) setReopened(true);
  });
  const part = { section, place, writes, isOpen: rights.write && (!isSettled || isReopened) };
  return (
    <article className="review__section">
      <SectionHead section={section} />
      {state === 'returned' && section.returnNote !== null && (
        <Notice kind="warning" title="Returned">
          {section.returnNote}
        </Notice>
      )}
      {lock !== null && <Notice title="Locked">{lock}</Notice>}
      {rights.write && isSettled && !isReopened && <Settled state={state} onReopen={() => setReopened(true)} />}
      <SectionIndicators section={section} />
      <SectionAssessment {...part} />
      <SectionText {...part} field="narrative" />
      <SectionExplanations section={section} place={place} writes={writes} />
      <SectionText {...part} field="decisions" />
      <SectionEvidence {...part} />
      {/* Actions stand beside the text of a section: updating one does not take a cleared section back. */}
      <CorrectiveActions section={section} writes={writes} />
      <LastYear section={section} />
      {(rights.clear || rights.return) && <SinceSubmitted key={section.version} section={section} place={place} />}
      <SectionWorkflow section={section} writes={writes} onMoved={() => setReopened(false)} />
    </article>
  );
};

const SectionHead = ({ section }: { section: ReviewSection }) => (
  <header>
    <p className="over">
      <Link to="/objectives/$code" params={{ code: section.objective }} search={{ year: section.year }}>
        Objective {section.objective}
      </Link>
    </p>
    <h2>{section.statement}</h2>
    <p className="review__state">
      <SectionStateMark state={section.state} />
      {section.state === 'submitted' && section.submittedBy !== null && (
        <span className="small soft">by {section.submittedBy}</span>
      )}
      {section.illustrative && <IllustrativeMark />}
    </p>
  </header>
);

/** What somebody has submitted or cleared is not changed by a slip of the keyboard. */
const Settled = ({ state, onReopen }: { state: 'submitted' | 'cleared'; onReopen: () => void }) => (
  <Notice title={`This section is ${state}`}>
    Changing it takes it back to drafting, and it has to be submitted again.
    <div className="notice__actions">
      <Button size="small" onClick={onReopen}>
        Change it nevertheless
      </Button>
    </div>
  </Notice>
);

/** What the year before said, to write on from it. */
const LastYear = ({ section: { previous } }: { section: ReviewSection }) =>
  previous === null ? null : (
    <Disclosure summary={`What the review of ${formatYear(previous.year)} said`}>
      <div className="stack">
        {previous.assessment !== null && <AssessmentMark assessment={previous.assessment} />}
        <RichText text={previous.narrative} empty="No narrative." />
        {previous.decisions !== null && (
          <>
            <h4>Decisions</h4>
            <RichText text={previous.decisions} empty="None." />
          </>
        )}
      </div>
    </Disclosure>
  );
