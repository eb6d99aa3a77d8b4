import {
  directionLabels,
  directions,
  indicatorKindLabels,
  indicatorKinds,
  indicatorLevelLabels,
  indicatorLevels,
  indicatorRoleLabels,
  indicatorRoles,
} from '@fbs/core';
import { Choose, Line, Lines, optionsOf, SheetPart } from './sheet-field.tsx';
import type { SheetForm } from './use-sheet.ts';

const places = ['0', '1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }));

/** What it measures: its words, its figure, and what is better. */
export const MeasurePart = ({ form }: { form: SheetForm }) => (
  <SheetPart title="What it measures" says="A reader who knows nothing of the office understands the figure from this.">
    <Line form={form} name="name" label="Name" maxLength={300} hint="What is counted or rated, without the target." />
    <Lines
      form={form}
      name="definition"
      label="What counts"
      maxLength={4000}
      hint="What is counted and what is not, so that two people come to the same figure."
    />
    <Line form={form} name="unit" label="Unit" maxLength={60} hint="What is counted: people, laws, percent, days." />
    <div className="sheet__pair">
      <Choose
        form={form}
        name="kind"
        label="Kind"
        hint="A milestone is done or not; a narrative is told in words."
        options={optionsOf(indicatorKinds, indicatorKindLabels)}
      />
      {form.draft.kind !== 'milestone' && (
        <Choose form={form} name="decimals" label="Decimals" hint="How many are shown." options={places} />
      )}
    </div>
    <div className="sheet__pair">
      <Choose
        form={form}
        name="direction"
        label="Direction"
        hint="Which direction is better; ratings follow it. For a range, each target has a low and a high."
        options={optionsOf(directions, directionLabels)}
      />
      {form.draft.direction === 'maintain' && (
        <Line
          form={form}
          name="tolerance"
          label="Tolerance"
          optional
          inputMode="decimal"
          hint="How far from the target still counts as on target, in the unit of the figure. Leave it empty for no tolerance."
        />
      )}
    </div>
    <div className="sheet__pair">
      <Choose
        form={form}
        name="level"
        label="Level"
        hint="What goes in, what the office delivers, or what results from it."
        options={optionsOf(indicatorLevels, indicatorLevelLabels)}
      />
      <Choose
        form={form}
        name="role"
        label="Role"
        hint="Performance counts toward the office's results; context is only shown."
        options={optionsOf(indicatorRoles, indicatorRoleLabels)}
      />
    </div>
    <div className="sheet__pair">
      <Line
        form={form}
        name="referenceVocabulary"
        field="reference/vocabulary"
        label="Standard list"
        optional
        maxLength={200}
        hint="If it is a standard indicator: the list that it comes from."
      />
      <Line
        form={form}
        name="referenceCode"
        field="reference/code"
        label="Code in that list"
        optional
        maxLength={60}
        hint="For example PS.5.1-28."
      />
    </div>
  </SheetPart>
);
