import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import type { AuditPage } from './audit-queries.ts';
import { type AuditSearch, isNarrowed } from './audit-search.ts';

type AuditFiltersProps = {
  readonly search: AuditSearch;
  readonly people: AuditPage['people'];
  readonly kinds: AuditPage['kinds'];
  readonly onSearch: (search: AuditSearch) => void;
};

const wrongDays = 'The last day has to be the first day or a later one';

/** What the log is narrowed down to. It is asked for by its button, not with every letter. */
export const AuditFilters = ({ search, people, kinds, onSearch }: AuditFiltersProps) => {
  const [typed, setTyped] = useState(search);
  const set = (name: keyof AuditSearch) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value === '' ? undefined : event.target.value });
  const isWrong = typed.from !== undefined && typed.to !== undefined && typed.from > typed.to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) onSearch(typed);
  };
  const all = { value: '', label: 'all' };
  return (
    <form className="audit__filters" onSubmit={submit}>
      <SelectField
        label="Person"
        value={typed.person ?? ''}
        onChange={set('person')}
        options={[all, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        label="Kind of thing"
        value={typed.kind ?? ''}
        onChange={set('kind')}
        options={[all, ...kinds.map((kind) => ({ value: kind, label: kind.replaceAll('_', ' ') }))]}
      />
      <TextField label="Words" value={typed.text ?? ''} onChange={set('text')} maxLength={200} />
      <TextField label="First day" type="date" value={typed.from ?? ''} onChange={set('from')} />
      <TextField
        label="Last day"
        type="date"
        value={typed.to ?? ''}
        onChange={set('to')}
        error={isWrong ? wrongDays : undefined}
      />
      <div className="audit__buttons">
        <Button type="submit" kind="primary">
          Search
        </Button>
        {isNarrowed(search) && (
          <Button
            kind="quiet"
            onClick={() => {
              setTyped({});
              onSearch({});
            }}
          >
            Show everything
          </Button>
        )}
      </div>
    </form>
  );
};
