import { defaultDueRules } from '@fbs/core';
import { RadioGroup } from '../../../ui/choice.tsx';
import { SelectField, TextField } from '../../../ui/text-field.tsx';
import { dueRuleWords, months } from '../definition-facts.ts';
import { Anchor, Choose, Line, SheetPart } from './sheet-field.tsx';
import type { SheetForm } from './use-sheet.ts';

const DueDate = ({ form }: { form: SheetForm }) => {
  const { draft, set } = form;
  return (
    <Anchor field="dueRule">
      <RadioGroup
        label="Due date"
        hint="After this day a missing figure shows as not reported."
        value={draft.hasOwnDueDate ? 'own' : 'default'}
        options={[
          { value: 'default', label: `The usual one: ${dueRuleWords(defaultDueRules[draft.periodBasis])}` },
          { value: 'own', label: 'One of its own' },
        ]}
        onChange={(choice) => set({ hasOwnDueDate: choice === 'own' })}
      />
      {draft.hasOwnDueDate && (
        <div className="sheet__pair sheet__due">
          <SelectField
            label="Month"
            value={draft.dueMonth}
            options={months.map((label, index) => ({ value: String(index + 1), label }))}
            onChange={(event) => set({ dueMonth: event.target.value })}
          />
          <TextField
            label="Day"
            inputMode="numeric"
            maxLength={2}
            error={form.errorOf('dueRule')}
            value={draft.dueDay}
            onChange={(event) => set({ dueDay: event.target.value })}
          />
          <SelectField
            label="Year"
            value={draft.dueYears}
            options={['The same year', 'The year after', '2 years later', '3 years later'].map((label, index) => ({
              value: String(index),
              label,
            }))}
            onChange={(event) => set({ dueYears: event.target.value })}
          />
        </div>
      )}
    </Anchor>
  );
};

type TimingPartProps = {
  readonly form: SheetForm;
  readonly sections: readonly { readonly code: string; readonly name: string }[];
};

/** When it is measured, and who answers for it. */
export const TimingPart = ({ form, sections }: TimingPartProps) => (
  <SheetPart title="When and by whom" says="Who is responsible, and by which day the figure is due.">
    <Choose
      form={form}
      name="section"
      label="Section"
      hint="Its contributors enter the figure."
      options={[
        { value: '', label: 'Choose a section' },
        ...sections.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
      ]}
    />
    <Line
      form={form}
      name="owner"
      label="Owner"
      optional
      maxLength={200}
      hint="The person or desk to ask about the figure."
    />
    <Line
      form={form}
      name="frequency"
      label="Frequency"
      optional
      maxLength={200}
      hint="How often it is gathered: yearly, each quarter."
    />
    <DueDate form={form} />
  </SheetPart>
);
