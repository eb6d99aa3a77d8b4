import { suggestCode } from '@fbs/core';
import { SelectField } from '../../../ui/text-field.tsx';
import { Anchor, Line, SheetPart } from './sheet-field.tsx';
import type { Plan } from './sheet-fields.tsx';
import type { SheetForm } from './use-sheet.ts';

type PlaceFieldsProps = { readonly form: SheetForm; readonly plan: Plan; readonly taken: readonly string[] };

/** Where a new indicator stands and what it is called; neither changes later. */
export const PlaceFields = ({ form, plan, taken }: PlaceFieldsProps) => {
  const { objective, code } = form.draft;
  const objectives = plan.goals.flatMap((goal) => goal.objectives);
  const isSuggested = code === '' || code === suggestCode(objective, taken);
  return (
    <SheetPart title="Where it belongs" says="Objective and code stay as they are once the indicator is saved.">
      <Anchor field="objective">
        <SelectField
          label="Objective"
          hint="The objective whose progress it shows."
          error={form.errorOf('objective')}
          value={objective}
          options={[
            { value: '', label: 'Choose an objective' },
            ...objectives.map((each) => ({ value: each.code, label: `${each.code} ${each.shortName}` })),
          ]}
          onChange={({ target: { value } }) =>
            form.set({ objective: value, ...(isSuggested && value !== '' ? { code: suggestCode(value, taken) } : {}) })
          }
        />
      </Anchor>
      <Line
        form={form}
        name="code"
        label="Code"
        maxLength={40}
        hint="The objective, a hyphen, and a letter. The next free letter is suggested."
      />
    </SheetPart>
  );
};
