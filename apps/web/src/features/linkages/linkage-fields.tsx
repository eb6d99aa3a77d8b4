import type { Plan } from '@fbs/contract';
import { linkageStrengthLabels, linkageStrengths } from '@fbs/core';
import { RadioGroup } from '../../ui/choice.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { SelectField, TextArea } from '../../ui/text-field.tsx';
import type { DraftErrors, LinkageDraft } from './linkage-draft.ts';
import { frameworkName } from './linkage-words.ts';
import type { Framework } from './sight.ts';

type Options = readonly { readonly value: string; readonly label: string }[];

const subjectOptions = ({ goals }: Plan): Options => [
  { value: '', label: 'Choose' },
  ...goals.map(({ code, shortName }) => ({ value: `goal ${code}`, label: `Goal ${code} ${shortName}` })),
  ...goals.flatMap(({ objectives }) =>
    objectives.map(({ code, shortName }) => ({ value: `objective ${code}`, label: `Objective ${code} ${shortName}` })),
  ),
  ...goals.flatMap(({ objectives }) =>
    objectives.flatMap(({ indicators }) =>
      indicators
        .filter(({ status }) => status !== 'retired')
        .map(({ code, name }) => ({ value: `indicator ${code}`, label: `Indicator ${code} ${name}` })),
    ),
  ),
];

/** A label that is not the element's own text is told by its beginning. */
const elementOption = ({ code, label, text }: Framework['elements'][number]) => {
  const words = text === null || text === label ? '' : `: ${text.length > 80 ? `${text.slice(0, 78)}\u2026` : text}`;
  return { value: code, label: `${label}${words}` };
};

type LinkageFieldsProps = {
  readonly draft: LinkageDraft;
  readonly onChange: (change: Partial<LinkageDraft>) => void;
  readonly errors: DraftErrors;
  readonly plan: Plan;
  readonly frameworks: readonly Framework[];
};

/** What is linked, to what, how strongly, and in which words. */
export const LinkageFields = ({ draft, onChange, errors, plan, frameworks }: LinkageFieldsProps) => {
  const framework = frameworks.find(({ code }) => code === draft.framework) ?? frameworks[0];
  return (
    <>
      <SelectField
        ref={focusFirst}
        label="What is linked"
        error={errors.subject}
        options={subjectOptions(plan)}
        value={draft.subject}
        onChange={(event) => onChange({ subject: event.target.value })}
      />
      <SelectField
        label="Framework"
        options={frameworks.map((each) => ({ value: each.code, label: frameworkName(each) }))}
        value={framework?.code ?? ''}
        onChange={(event) => onChange({ framework: event.target.value, element: '' })}
      />
      <SelectField
        label="Element of the framework"
        error={errors.element}
        options={[{ value: '', label: 'Choose' }, ...(framework?.elements ?? []).map(elementOption)]}
        value={draft.element}
        onChange={(event) => onChange({ framework: framework?.code ?? '', element: event.target.value })}
      />
      <RadioGroup
        label="Strength"
        error={errors.strength}
        options={linkageStrengths.map((value) => ({ value, label: linkageStrengthLabels[value] }))}
        value={draft.strength}
        onChange={(strength) => onChange({ strength })}
      />
      <TextArea
        label="Quotation"
        hint="The strategy's own words, without quotation marks."
        optional
        rows={3}
        value={draft.quote}
        onChange={(event) => onChange({ quote: event.target.value })}
      />
      <TextArea
        label="Summary"
        hint="In your own words; it is shown as a summary, never as a quotation."
        optional
        rows={2}
        value={draft.summary}
        onChange={(event) => onChange({ summary: event.target.value })}
      />
    </>
  );
};
