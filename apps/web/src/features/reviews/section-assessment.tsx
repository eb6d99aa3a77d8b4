import type { RecordedSection, ReviewSection } from '@fbs/contract';
import { type Assessment, assessments } from '@fbs/core';
import { useAssessmentNames } from '../../lib/session.ts';
import { useAutosave } from '../../lib/use-autosave.ts';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { AutosaveStatus } from '../../ui/autosave-area.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { partIds } from './gate-links.ts';
import { saveText, theirSection } from './save-text.ts';
import type { SectionPartProps } from './section-panel.tsx';
import { SectionText } from './section-text.tsx';

const isAssessment = (text: string): text is Assessment => (assessments as readonly string[]).includes(text);
type Names = Readonly<Record<Assessment, string>>;

const suggestionSentence = ({ suggestion }: ReviewSection, names: Names): string =>
  `Suggested: ${names[suggestion.assessment].toLowerCase()} (${suggestion.sentence}).`;

/** A person decides; the counts only suggest, and departing from them asks for a reason. */
export const SectionAssessment = (part: SectionPartProps) => {
  const { section, isOpen } = part;
  const names = useAssessmentNames();
  const { assessment, suggestion, departureReason } = section;
  const departs = assessment !== null && assessment !== suggestion.assessment;
  return (
    <>
      <div className="review__part" id={partIds.assessment}>
        {isOpen ? (
          <AssessmentChoice {...part} />
        ) : (
          <>
            <h3>Assessment</h3>
            <p>
              {assessment === null ? (
                <span className="faint">Not decided yet.</span>
              ) : (
                <AssessmentMark assessment={assessment} />
              )}
            </p>
            <p className="small soft">{suggestionSentence(section, names)}</p>
          </>
        )}
      </div>
      {(departs || departureReason !== null) && <SectionText {...part} field="departureReason" />}
    </>
  );
};

const AssessmentChoice = ({ section, place, writes }: SectionPartProps) => {
  const { objective } = section;
  const names = useAssessmentNames();
  const autosave = useAutosave({
    name: `review:${place.strategy}:${place.year}:${objective}:assessment`,
    saved: { text: section.assessment ?? '', version: section.version },
    delay: 0,
    save: (text, seen) =>
      saveText<RecordedSection>(
        () =>
          writes.section(
            objective,
            seen,
            writes.requests.writeSection(objective, { assessment: isAssessment(text) ? text : null }),
          ),
        (current) => theirSection(current, current.assessment ?? ''),
      ),
  });
  return (
    <>
      <RadioGroup
        label={<span className="review__legend">Assessment</span>}
        hint={`${suggestionSentence(section, names)} Another choice asks for a reason.`}
        options={assessments.map((value) => ({ value, label: names[value] }))}
        value={isAssessment(autosave.text) ? autosave.text : null}
        onChange={autosave.type}
      />
      <AutosaveStatus
        autosave={autosave}
        what={`the assessment of objective ${objective}`}
        show={(text) => (isAssessment(text) ? names[text] : 'Not decided')}
      />
    </>
  );
};
