import {
  type DataQualityItem,
  type DataQualityStandard,
  dataQualityItemLabels,
  dataQualityItems,
  dataQualityStandardLabels,
  dataQualityStandards,
  type StandardAnswer,
  standardAnswerLabels,
  standardAnswers,
} from '@fbs/core';
import { SelectField, TextArea, TextField } from '../../../ui/text-field.tsx';
import type { StandardDraft } from './sheet-draft.ts';
import { Anchor, optionsOf, SheetPart } from './sheet-field.tsx';
import type { SheetForm } from './use-sheet.ts';

const itemHints: Readonly<Record<DataQualityItem, string>> = {
  verified_how: 'Who checks the figure, against what, and when.',
  source: 'Where the data come from, and who keeps them.',
  accuracy_needed: 'How exact it has to be for the decisions that rest on it.',
  limitations: 'What is known to be missing or uncertain in the data.',
  compensated_how: 'What the office does about that, or why it can live with it.',
};

const standardHints: Readonly<Record<DataQualityStandard, string>> = {
  validity: 'Does the figure measure what it is meant to?',
  integrity: 'Is it safe from being bent, by mistake or on purpose?',
  precision: 'Is it fine enough to show a change?',
  reliability: 'Is it gathered in the same way every time?',
  timeliness: 'Is it there in time to be used?',
};

type StandardProps = {
  readonly form: SheetForm;
  readonly standard: DataQualityStandard;
};

const Standard = ({ form, standard }: StandardProps) => {
  const assessed = form.draft.standards[standard];
  const field = `dataQuality/standards/${standard}`;
  const label = dataQualityStandardLabels[standard];
  const set = (changes: Partial<StandardDraft>) =>
    form.set({ standards: { ...form.draft.standards, [standard]: { ...assessed, ...changes } } });
  return (
    <div className="sheet__standard">
      <SelectField
        label={label}
        hint={standardHints[standard]}
        value={assessed.answer}
        options={optionsOf(standardAnswers, standardAnswerLabels)}
        onChange={(event) => set({ answer: event.target.value as StandardAnswer })}
      />
      <Anchor field={`${field}/assessedOn`}>
        <TextField
          label={<Named of={label}>Assessed on</Named>}
          optional={assessed.answer === 'not_assessed'}
          type="date"
          error={form.errorOf(`${field}/assessedOn`)}
          value={assessed.assessedOn}
          onChange={(event) => set({ assessedOn: event.target.value })}
        />
      </Anchor>
      <Anchor field={`${field}/note`}>
        <TextField
          label={<Named of={label}>Note</Named>}
          hint="Why, in a sentence."
          optional={assessed.answer !== 'concern'}
          maxLength={2000}
          error={form.errorOf(`${field}/note`)}
          value={assessed.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </Anchor>
    </div>
  );
};

const Named = ({ of, children }: { of: string; children: string }) => (
  <>
    {children}
    <span className="visually-hidden">{`, ${of}`}</span>
  </>
);

/** How far the figure can be trusted: five items in words, five standards to assess. */
export const QualityPart = ({ form }: { form: SheetForm }) => (
  <SheetPart
    title="Data quality"
    says="The five items that the Government Accountability Office looks for, and five quality standards."
  >
    <fieldset className="sheet__group">
      <legend>The five items</legend>
      {dataQualityItems.map((item) => (
        <Anchor key={item} field={`dataQuality/items/${item}`}>
          <TextArea
            label={dataQualityItemLabels[item]}
            hint={itemHints[item]}
            optional
            rows={2}
            maxLength={2000}
            error={form.errorOf(`dataQuality/items/${item}`)}
            value={form.draft.items[item]}
            onChange={(event) => form.set({ items: { ...form.draft.items, [item]: event.target.value } })}
          />
        </Anchor>
      ))}
    </fieldset>
    <fieldset className="sheet__group">
      <legend>The five quality standards</legend>
      {dataQualityStandards.map((standard) => (
        <Standard key={standard} form={form} standard={standard} />
      ))}
    </fieldset>
  </SheetPart>
);
