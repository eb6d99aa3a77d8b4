import type { ErrorAt } from '../../lib/use-findings.ts';
import { RadioGroup } from '../../ui/choice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { PartList } from './part-list.tsx';
import { type GoalDraft, newKey, nextCode, type ObjectiveDraft, type SectionDraft } from './tree-draft.ts';

type FieldsProps<Row> = {
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly errorAt: ErrorAt;
};

type Typed = { readonly target: { readonly value: string } };

const fieldsOf =
  <Row extends object>(row: Row, change: (row: Row) => void, at: string, errorAt: ErrorAt) =>
  <Name extends keyof Row & string>(name: Name) => ({
    value: String(row[name]),
    error: errorAt(`${at}/${name}`),
    onChange: ({ target }: Typed) => change({ ...row, [name]: target.value }),
  });

export const SectionFields = ({ rows, onChange, errorAt }: FieldsProps<SectionDraft>) => (
  <PartList
    what="section"
    rows={rows}
    onChange={onChange}
    newRow={() => ({ key: newKey(), id: null, code: '', name: '', summary: '' })}
  >
    {(row, change, index) => {
      const field = fieldsOf(row, change, `/sections/${index}`, errorAt);
      return (
        <div className="part__fields">
          <TextField label="Section code" maxLength={8} className="part__code" {...field('code')} />
          <TextField label="Name of the section" maxLength={400} {...field('name')} />
          <TextArea
            label="What it does"
            optional
            rows={2}
            maxLength={20_000}
            className="part__wide"
            {...field('summary')}
          />
        </div>
      );
    }}
  </PartList>
);

type ObjectiveFieldsProps = FieldsProps<ObjectiveDraft> & { readonly goal: string; readonly at: string };

const ObjectiveFields = ({ rows, onChange, errorAt, goal, at }: ObjectiveFieldsProps) => {
  const newRow = (): ObjectiveDraft => ({
    ...{ key: newKey(), id: null, shortName: '', statement: '', justificationSummary: '' },
    code: nextCode(
      `${goal}.`,
      rows.map(({ code }) => code),
    ),
  });
  return (
    <PartList what="objective" rows={rows} onChange={onChange} newRow={newRow}>
      {(row, change, index) => {
        const field = fieldsOf(row, change, `${at}/objectives/${index}`, errorAt);
        return (
          <div className="part__fields">
            <TextField label="Objective code" maxLength={6} className="part__code" {...field('code')} />
            <TextField label="Short name of the objective" maxLength={400} {...field('shortName')} />
            <TextArea
              label="What the objective says"
              rows={2}
              maxLength={20_000}
              className="part__wide"
              {...field('statement')}
            />
            <TextArea
              label="Why it was chosen"
              optional
              rows={2}
              maxLength={20_000}
              className="part__wide"
              {...field('justificationSummary')}
            />
          </div>
        );
      }}
    </PartList>
  );
};

const kinds = [
  { value: 'bureau', label: 'Bureau goal' },
  { value: 'management', label: 'Management goal' },
] as const;

/** Its objectives follow a goal to its new number, as long as they began with the old one. */
const renumbered = (goal: GoalDraft, before: string): GoalDraft => ({
  ...goal,
  objectives: goal.objectives.map((row) =>
    row.code.startsWith(`${before}.`) ? { ...row, code: goal.code + row.code.slice(before.length) } : row,
  ),
});

export const GoalFields = ({ rows, onChange, errorAt }: FieldsProps<GoalDraft>) => {
  const newRow = (): GoalDraft => ({
    ...{ key: newKey(), id: null, kind: 'bureau', shortName: '', statement: '', objectives: [] },
    code: nextCode(
      '',
      rows.map(({ code }) => code),
    ),
  });
  return (
    <PartList what="goal" rows={rows} onChange={onChange} newRow={newRow}>
      {(row, change, index) => {
        const at = `/goals/${index}`;
        const field = fieldsOf(row, change, at, errorAt);
        return (
          <>
            <h3>{`Goal ${row.code}${row.shortName === '' ? '' : `: ${row.shortName}`}`}</h3>
            <div className="part__fields">
              <TextField
                label="Goal number"
                inputMode="numeric"
                maxLength={2}
                className="part__code"
                {...field('code')}
                onChange={({ target }) => change(renumbered({ ...row, code: target.value }, row.code))}
              />
              <TextField label="Short name of the goal" maxLength={400} {...field('shortName')} />
              <TextArea
                label="What the goal says"
                rows={2}
                maxLength={20_000}
                className="part__wide"
                {...field('statement')}
              />
            </div>
            <RadioGroup label="Kind" options={kinds} value={row.kind} onChange={(kind) => change({ ...row, kind })} />
            <h4>{`Objectives of goal ${row.code}`}</h4>
            <ObjectiveFields
              rows={row.objectives}
              onChange={(objectives) => change({ ...row, objectives })}
              errorAt={errorAt}
              goal={row.code}
              at={at}
            />
          </>
        );
      }}
    </PartList>
  );
};
