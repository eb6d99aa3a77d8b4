import { type Role, roleLabels, roles } from '@fbs/core';
import type { ErrorAt } from '../../lib/use-findings.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { FieldError } from '../../ui/field.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import type { People, PersonWords } from './people-queries.ts';

const mayDo: Readonly<Record<Role, string>> = {
  planner: 'defines indicators and targets, enters values for every section, prepares the review',
  contributor: 'enters values for the own section',
  reviewer: 'approves values, rates objectives, signs the review',
  viewer: 'reads and exports',
  administrator: 'looks after people, settings and strategies',
};

type PersonFieldsProps = {
  readonly words: PersonWords;
  readonly onChange: (words: PersonWords) => void;
  readonly errorAt: ErrorAt;
  readonly sections: People['sections'];
  /** The last administrator stays one. */
  readonly keepAdministrator?: boolean;
};

const RoleFields = ({ words, onChange, errorAt, keepAdministrator = false }: Omit<PersonFieldsProps, 'sections'>) => (
  <fieldset
    className={errorAt('/roles') === undefined ? 'choice' : 'choice field--error'}
    aria-describedby="roles-error"
  >
    <legend className="usa-label">Roles</legend>
    <FieldError id="roles-error" error={errorAt('/roles')} />
    {roles.map((role) => (
      <Checkbox
        key={role}
        label={
          <>
            {roleLabels[role]}: <span className="soft">{mayDo[role]}</span>
          </>
        }
        checked={words.roles.includes(role)}
        disabled={keepAdministrator && role === 'administrator'}
        onChange={(checked) =>
          onChange({ ...words, roles: roles.filter((each) => (each === role ? checked : words.roles.includes(each))) })
        }
      />
    ))}
    {keepAdministrator && <p className="usa-hint">This is the last administrator who can sign in.</p>}
  </fieldset>
);

export const PersonFields = ({ sections, ...props }: PersonFieldsProps) => {
  const { words, onChange, errorAt } = props;
  const set = (name: 'name' | 'title' | 'email') => (event: { target: { value: string } }) =>
    onChange({ ...words, [name]: event.target.value });
  return (
    <>
      <TextField
        label="Name"
        value={words.name}
        onChange={set('name')}
        error={errorAt('/name')}
        autoComplete="off"
        maxLength={200}
      />
      <TextField
        label="Title"
        optional
        value={words.title}
        onChange={set('title')}
        error={errorAt('/title')}
        autoComplete="off"
        maxLength={200}
      />
      <TextField
        label="E-mail"
        type="email"
        value={words.email}
        onChange={set('email')}
        error={errorAt('/email')}
        autoComplete="off"
        maxLength={320}
      />
      <SelectField
        label="Section"
        value={words.section ?? ''}
        onChange={({ target }) => onChange({ ...words, section: target.value === '' ? null : target.value })}
        error={errorAt('/section')}
        options={[
          { value: '', label: 'None' },
          ...sections.map(({ code, name }) => ({ value: code, label: `${code}: ${name}` })),
        ]}
      />
      <RoleFields {...props} />
    </>
  );
};
