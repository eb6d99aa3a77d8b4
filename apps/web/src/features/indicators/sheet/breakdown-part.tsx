import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import type { BreakdownDraft } from './sheet-draft.ts';
import { Anchor, SheetPart } from './sheet-field.tsx';
import type { SheetForm } from './use-sheet.ts';

type BreakdownProps = {
  readonly form: SheetForm;
  readonly index: number;
  readonly breakdown: BreakdownDraft;
  readonly onChange: (changes: Partial<BreakdownDraft>) => void;
  readonly onRemove: () => void;
};

const Breakdown = ({ form, index, breakdown, onChange, onRemove }: BreakdownProps) => {
  const field = `disaggregations/${index}`;
  return (
    <fieldset className="sheet__group">
      <legend>{`Breakdown ${index + 1}`}</legend>
      <Anchor field={`${field}/dimension`}>
        <TextField
          label="Broken down by"
          hint="One property, such as sex, age, trafficking type or country."
          maxLength={80}
          error={form.errorOf(`${field}/dimension`)}
          value={breakdown.dimension}
          onChange={(event) => onChange({ dimension: event.target.value })}
        />
      </Anchor>
      <Anchor field={`${field}/categories`}>
        <TextArea
          label="Categories"
          hint="One on each line."
          rows={3}
          error={form.errorOf(`${field}/categories`)}
          value={breakdown.categories}
          onChange={(event) => onChange({ categories: event.target.value })}
        />
      </Anchor>
      <RadioGroup
        label="How the categories relate to the figure"
        value={breakdown.sumsToTotal ? 'sum' : 'part'}
        options={[
          { value: 'sum', label: 'They add up to it' },
          { value: 'part', label: 'Each is a part of it' },
        ]}
        onChange={(choice) => onChange({ sumsToTotal: choice === 'sum' })}
      />
      <div>
        <Button size="small" onClick={onRemove}>
          {`Remove breakdown ${index + 1}`}
        </Button>
      </div>
    </fieldset>
  );
};

/** Who or what the figure is made of. */
export const BreakdownPart = ({ form }: { form: SheetForm }) => {
  const { breakdowns } = form.draft;
  const error = form.errorOf('disaggregations');
  const set = (changed: readonly BreakdownDraft[]) => form.set({ breakdowns: changed });
  return (
    <SheetPart title="Breakdowns" says="Figures that may be reported beside the total, such as women and men.">
      <Anchor field="disaggregations">
        <FieldError id="sheet-disaggregations-error" error={error} />
        <div className="sheet__fields">
          {breakdowns.length === 0 && <p className="soft">The figure has no breakdown.</p>}
          {breakdowns.map((breakdown, index) => (
            <Breakdown
              // Breakdowns have no name of their own until one is typed, so their place is the key
              key={`breakdown ${index + 1}`}
              form={form}
              index={index}
              breakdown={breakdown}
              onChange={(changes) =>
                set(breakdowns.map((each, place) => (place === index ? { ...each, ...changes } : each)))
              }
              onRemove={() => {
                set(breakdowns.filter((_, place) => place !== index));
                announce(`Breakdown ${index + 1} is removed`);
              }}
            />
          ))}
          <div>
            <Button onClick={() => set([...breakdowns, { dimension: '', categories: '', sumsToTotal: true }])}>
              Add a breakdown
            </Button>
          </div>
        </div>
      </Anchor>
    </SheetPart>
  );
};
