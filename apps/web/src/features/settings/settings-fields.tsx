import { assessmentLabels, assessments } from '@fbs/core';
import type { ErrorAt } from '../../lib/use-findings.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { SettingsDraft } from './settings-draft.ts';

export type FieldsProps = {
  readonly draft: SettingsDraft;
  readonly onChange: (change: Partial<SettingsDraft>) => void;
  readonly errorAt: ErrorAt;
};

export const ReadingFields = ({ draft, onChange, errorAt }: FieldsProps) => (
  <fieldset className="settings__group">
    <legend>How results are read</legend>
    <p className="soft">
      A change holds from today on. Past days and signed years keep the ratings that they had, signed reviews their
      names too; a reason is kept.
    </p>
    <TextField
      label="Band around a target, in percent"
      hint="A result up to this far above its target counts as on target; one further above counts as above target. It is 10 until you change it."
      inputMode="decimal"
      value={draft.threshold}
      onChange={({ target }) => onChange({ threshold: target.value })}
      error={errorAt('/threshold')}
      className="settings__number"
    />
    {assessments.map((assessment) => (
      <TextField
        key={assessment}
        label={`Name for “${assessmentLabels[assessment]}”`}
        value={draft.assessmentNames[assessment]}
        onChange={({ target }) =>
          onChange({ assessmentNames: { ...draft.assessmentNames, [assessment]: target.value } })
        }
        error={errorAt(`/assessmentNames/${assessment}`)}
        autoComplete="off"
      />
    ))}
  </fieldset>
);

type ReminderProps = FieldsProps & { readonly side: 'Before' | 'After' };

const Reminder = ({ draft, onChange, errorAt, side }: ReminderProps) => {
  const [reminds, days] = [`reminds${side}`, `days${side}`] as ['remindsBefore', 'daysBefore'];
  const words = side === 'Before' ? 'before the due day' : 'after the due day';
  return (
    <div className="settings__reminder">
      <Checkbox
        label={`Remind ${words}`}
        checked={draft[reminds]}
        onChange={(checked) => onChange({ [reminds]: checked })}
      />
      {draft[reminds] && (
        <TextField
          label={`Days ${words}`}
          inputMode="numeric"
          value={draft[days]}
          onChange={({ target }) => onChange({ [days]: target.value })}
          error={errorAt(`/reminders/${days}`)}
          className="settings__number"
        />
      )}
    </div>
  );
};

export const ReminderFields = ({ mails, ...props }: FieldsProps & { readonly mails: boolean }) => (
  <fieldset className="settings__group">
    <legend>Automatic reminders</legend>
    <p className="soft">
      Whoever enters values for a section is asked once on each side for what is still missing, never twice on one day.{' '}
      {mails
        ? 'A reminder shows in My work and goes by e-mail too.'
        : 'A reminder shows in My work; no letters are sent from here.'}
    </p>
    <Reminder {...props} side="Before" />
    <Reminder {...props} side="After" />
  </fieldset>
);

export const WorkFields = ({ draft, onChange, errorAt }: FieldsProps) => (
  <fieldset className="settings__group">
    <legend>Working together</legend>
    <Checkbox
      label={
        <>
          Allow people to approve what they submitted themselves{' '}
          <span className="soft">(for very small offices: nobody else looks at the figure then)</span>
        </>
      }
      checked={draft.selfApproval}
      onChange={(selfApproval) => onChange({ selfApproval })}
    />
    <TextField
      label="Largest file of evidence, in megabytes"
      inputMode="numeric"
      value={draft.evidenceSizeLimit}
      onChange={({ target }) => onChange({ evidenceSizeLimit: target.value })}
      error={errorAt('/evidenceSizeLimit')}
      className="settings__number"
    />
  </fieldset>
);

export const PaperFields = ({ draft, onChange, errorAt }: FieldsProps) => (
  <fieldset className="settings__group">
    <legend>Papers that leave</legend>
    <p className="soft">How Word and PDF files look. The content of signed reviews does not change.</p>
    <TextArea
      label="Text on the cover"
      optional
      hint="Shown below the title, with its line breaks. For example, who prepared the review, and for whom."
      rows={3}
      value={draft.coverText}
      onChange={({ target }) => onChange({ coverText: target.value })}
      error={errorAt('/papers/coverText')}
    />
    <TextField
      label="Font of Word files"
      optional
      hint="The name of the font, as Word shows it. Leave it empty for Public Sans, which is included in the file. PDF files always use Public Sans."
      value={draft.wordFont}
      onChange={({ target }) => onChange({ wordFont: target.value })}
      error={errorAt('/papers/wordFont')}
      autoComplete="off"
    />
  </fieldset>
);
