import { Line, SheetPart } from './sheet-field.tsx';
import type { SheetForm } from './use-sheet.ts';

/** Where it began. */
export const BaselinePart = ({ form }: { form: SheetForm }) => (
  <SheetPart
    title="Baseline"
    says="Where the office stood before the strategy. Leave all three empty where that is not known."
  >
    <div className="sheet__pair">
      <Line
        form={form}
        name="baselineValue"
        field="baseline/value"
        label="Baseline figure"
        optional
        inputMode="decimal"
        hint="The exact figure: 3420 or 3,420.5."
      />
      <Line
        form={form}
        name="baselinePeriod"
        field="baseline/period"
        label="Baseline period"
        optional
        maxLength={60}
        hint="What it covers: FY 2017, CY 2017."
      />
    </div>
    <Line
      form={form}
      name="baselineSource"
      field="baseline/source"
      label="Baseline source"
      optional
      maxLength={400}
      hint="Where the figure can be looked up."
    />
  </SheetPart>
);
