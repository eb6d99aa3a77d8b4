import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/text-field.tsx';

const assessments = [
  { value: 'noteworthy_progress', label: 'Noteworthy progress' },
  { value: 'on_track', label: 'On track' },
  { value: 'focus_area', label: 'Focus area' },
] as const;

type Assessment = (typeof assessments)[number]['value'];

export const FieldSamples = () => {
  const [assessment, setAssessment] = useState<Assessment | null>('focus_area');
  const [open, setOpen] = useState(false);
  return (
    <section className="stack">
      <h2>Fields</h2>
      <div className="columns columns--even">
        <div className="stack">
          <TextField label="Value for FY 2022" hint="A number, for example 4,600" inputMode="decimal" />
          <PasswordField label="Password" autoComplete="current-password" />
          <TextField label="Value for FY 2020" error="Enter a number for FY 2020" defaultValue="9.2.00" />
          <TextField label="Measured on" type="date" optional />
          <TextField label="Computed" defaultValue="94.4%" disabled />
        </div>
        <div className="stack">
          <SelectField
            label="Section"
            options={[
              { value: 'RPA', label: 'Reports and Political Affairs' },
              { value: 'IP', label: 'International Programs' },
            ]}
          />
          <TextArea label="Explanation of the deviation" hint="What happened, and what will be done about it" />
          <TextArea label="Why not the suggestion" error="Say why you choose another assessment" rows={2} />
        </div>
      </div>
      <RadioGroup
        label="Assessment"
        hint="Suggested: on track (met 1 of 2 rated). Another choice asks for a reason."
        options={assessments}
        value={assessment}
        onChange={setAssessment}
      />
      <RadioGroup
        label="Assessment"
        error="Choose an assessment"
        options={assessments}
        value={null}
        onChange={() => undefined}
      />
      <RadioGroup label="Closed" options={assessments} value="on_track" onChange={() => undefined} disabled />
      <div className="row">
        <Button onClick={() => setOpen(true)}>Return with a note</Button>
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Return 2.1-D, FY 2022"
        actions={
          <>
            <Button kind="primary" onClick={() => setOpen(false)}>
              Return
            </Button>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
          </>
        }
      >
        <p>The value goes back to the section, with your note.</p>
        <TextArea label="Note" hint="What is missing" />
      </Dialog>
    </section>
  );
};
