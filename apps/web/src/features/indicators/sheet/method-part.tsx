import { accumulationLabels, accumulations, periodBases, periodBasisLabels } from '@fbs/core';
import { FormulaFields, type PartChoice } from './formula-fields.tsx';
import { Choose, Line, Lines, optionsOf, SheetPart } from './sheet-field.tsx';
import type { SheetForm } from './use-sheet.ts';

type MethodPartProps = { readonly form: SheetForm; readonly choices: readonly PartChoice[] };

/** How it is measured: where the figure comes from and what it covers. */
export const MethodPart = ({ form, choices }: MethodPartProps) => (
  <SheetPart title="How it is measured" says="Where the figure comes from, what it covers, and how far it reaches.">
    <FormulaFields form={form} choices={choices} />
    <div className="sheet__pair">
      <Choose
        form={form}
        name="accumulation"
        label="Counting"
        hint="Each year on its own, everything since a first day, or the state on one day."
        options={optionsOf(accumulations, accumulationLabels)}
      />
      {form.draft.accumulation === 'cumulative' && (
        <Line
          form={form}
          name="cumulativeSince"
          label="Counted since"
          optional
          type="date"
          hint="The first day that counts."
        />
      )}
    </div>
    <Choose
      form={form}
      name="periodBasis"
      label="Period"
      hint="The period that the figure of a strategy year covers; it is shown with the figure everywhere."
      options={optionsOf(periodBases, periodBasisLabels)}
    />
    <Lines
      form={form}
      name="dataSource"
      label="Data source"
      optional
      maxLength={1000}
      rows={2}
      hint="The report, system or record that the figure is taken from."
    />
    <Lines
      form={form}
      name="collectionMethod"
      label="Collection"
      optional
      maxLength={4000}
      hint="Who gathers it, how, and how it is added up."
    />
    <Lines
      form={form}
      name="limitations"
      label="Limitations"
      optional
      maxLength={4000}
      hint="What the figure does not show, or shows only roughly."
    />
  </SheetPart>
);
