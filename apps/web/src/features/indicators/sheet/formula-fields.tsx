import { useQuery } from '@tanstack/react-query';
import { useStrategy } from '../../../lib/session.ts';
import { RadioGroup } from '../../../ui/choice.tsx';
import { SelectField } from '../../../ui/text-field.tsx';
import { indicatorQuery } from '../indicator-queries.ts';
import { Anchor } from './sheet-field.tsx';
import type { SheetForm } from './use-sheet.ts';

/** An indicator that a share can be taken from. */
export type PartChoice = { readonly code: string; readonly name: string };

type PartProps = {
  readonly form: SheetForm;
  readonly side: 'numerator' | 'denominator';
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly PartChoice[];
};

/** The breakdowns of an indicator, for choosing one category of them. */
const useCategories = (code: string): string[] => {
  const { id } = useStrategy();
  const { data } = useQuery({ ...indicatorQuery(id, code, undefined), enabled: code !== '' });
  const all = data?.code === code ? data.definition.disaggregations.flatMap(({ categories }) => categories) : [];
  return [...new Set(all)];
};

const Part = ({ form, side, label, hint, choices }: PartProps) => {
  const part = form.draft[side];
  const categories = useCategories(part.indicator);
  const known =
    part.category === '' || categories.includes(part.category) ? categories : [part.category, ...categories];
  return (
    <div className="sheet__pair">
      <Anchor field={`computed/${side}`}>
        <SelectField
          label={label}
          hint={hint}
          error={form.errorOf(`computed/${side}`)}
          value={part.indicator}
          options={[
            { value: '', label: 'Choose an indicator' },
            ...choices.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          ]}
          onChange={(event) => form.set({ [side]: { indicator: event.target.value, category: '' } })}
        />
      </Anchor>
      {known.length > 0 && (
        <SelectField
          label={`Part of the ${side}`}
          hint="The whole figure, or one category of its breakdown."
          value={part.category}
          options={[
            { value: '', label: 'The whole figure' },
            ...known.map((category) => ({ value: category, label: category })),
          ]}
          onChange={(event) => form.set({ [side]: { ...part, category: event.target.value } })}
        />
      )}
    </div>
  );
};

type FormulaFieldsProps = { readonly form: SheetForm; readonly choices: readonly PartChoice[] };

/** Whether the figure is entered, or worked out from others. */
export const FormulaFields = ({ form, choices }: FormulaFieldsProps) => (
  <>
    <Anchor field="computed">
      <RadioGroup
        label="Where the figure comes from"
        hint="A share is calculated each year from two figures that are entered; nobody enters it by hand. Its kind is percent."
        error={form.errorOf('computed')}
        value={form.draft.origin}
        options={[
          { value: 'entered', label: 'Entered by people' },
          { value: 'share', label: 'A share of two indicators' },
          { value: 'targets_set', label: 'Indicators with a target, as a share of all' },
        ]}
        onChange={(origin) =>
          form.set(origin === 'entered' ? { origin } : { origin, kind: 'percent', unit: form.draft.unit || 'percent' })
        }
      />
    </Anchor>
    {form.draft.origin === 'share' && (
      <>
        <Part form={form} side="numerator" label="Numerator" hint="The part (the numerator)." choices={choices} />
        <Part
          form={form}
          side="denominator"
          label="Denominator"
          hint="The whole (the denominator)."
          choices={choices}
        />
      </>
    )}
  </>
);
