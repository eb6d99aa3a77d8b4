import type { ErrorAt } from '../../lib/use-findings.ts';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { HeadDraft } from './tree-draft.ts';

type HeadFieldsProps = {
  readonly head: HeadDraft;
  readonly onChange: (head: HeadDraft) => void;
  readonly errorAt: ErrorAt;
};

/** What a strategy is called, whose it is, for which years, and to what end. */
export const HeadFields = ({ head, onChange, errorAt }: HeadFieldsProps) => {
  const field = (name: keyof HeadDraft) => ({
    value: head[name],
    error: errorAt(`/${name}`),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange({ ...head, [name]: target.value }),
  });
  return (
    <>
      <TextField label="Title" maxLength={400} {...field('title')} />
      <TextField label="Organization" maxLength={400} {...field('organization')} />
      <TextField
        label="Short name of the organization"
        hint="For example TIP Office"
        maxLength={40}
        {...field('acronym')}
      />
      <div className="tree-form__years">
        <TextField
          label="First year"
          hint="A fiscal year, for example 2023"
          inputMode="numeric"
          maxLength={4}
          {...field('firstYear')}
        />
        <TextField label="Last year" hint="For example 2027" inputMode="numeric" maxLength={4} {...field('lastYear')} />
      </div>
      <TextArea label="Vision" optional rows={3} maxLength={20_000} {...field('vision')} />
      <TextArea label="Mission" optional rows={4} maxLength={20_000} {...field('missionSummary')} />
    </>
  );
};
