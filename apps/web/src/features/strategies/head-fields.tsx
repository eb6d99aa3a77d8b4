import type { ErrorAt } from '../../lib/use-findings.ts';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { HeadDraft } from './tree-draft.ts';

type Draft = Readonly<Record<string, string>>;

/** What joins a text of a draft with its field: the value, what is wrong with it, and where a change goes. */
export const fieldsOf =
  <Head extends Draft>(head: Head, onChange: (head: Head) => void, errorAt: ErrorAt) =>
  (name: keyof Head & string) => ({
    value: head[name],
    error: errorAt(`/${name}`),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange({ ...head, [name]: target.value }),
  });

type NameFieldsProps = {
  readonly field: (
    name: 'title' | 'organization' | 'acronym' | 'firstYear' | 'lastYear',
  ) => ReturnType<ReturnType<typeof fieldsOf>>;
};

/** What a strategy is called, whose it is, and for which years. */
export const NameFields = ({ field }: NameFieldsProps) => (
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
  </>
);

type HeadFieldsProps = {
  readonly head: HeadDraft;
  readonly onChange: (head: HeadDraft) => void;
  readonly errorAt: ErrorAt;
};

/** The names of a strategy, and to what end it is. */
export const HeadFields = ({ head, onChange, errorAt }: HeadFieldsProps) => {
  const field = fieldsOf(head, onChange, errorAt);
  return (
    <>
      <NameFields field={field} />
      <TextArea label="Vision" optional rows={3} maxLength={20_000} {...field('vision')} />
      <TextArea label="Mission" optional rows={4} maxLength={20_000} {...field('missionSummary')} />
    </>
  );
};
