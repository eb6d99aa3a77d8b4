import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import type { People, PersonEntry } from './people-queries.ts';
import { PersonFields } from './person-fields.tsx';
import { usePersonForm } from './use-person-form.ts';

type OvertakenProps = { readonly theirs: readonly string[]; readonly onTake: () => void };

/** What was typed stays; saving it again is then a decision. */
const Overtaken = ({ theirs, onTake }: OvertakenProps) => (
  <Notice kind="warning" announced title="Somebody changed this person while you had it open">
    <p>Nothing was overwritten. This is what is saved now:</p>
    <ul>
      {theirs.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p>Save again to replace that with what you typed, or take it over.</p>
    <Button onClick={onTake}>Take theirs</Button>
  </Notice>
);

type PersonFormProps = { readonly person: PersonEntry; readonly sections: People['sections'] };

export const PersonForm = ({ person, sections }: PersonFormProps) => {
  const { words, type, save, state, theirs, takeTheirs, findings, unplaced, errorAt } = usePersonForm(person);
  const form = useFocusError<HTMLFormElement>(findings);
  return (
    <form ref={form} className="stack person-form" onSubmit={(event) => void save(event)} noValidate>
      <PersonFields
        words={words}
        onChange={type}
        errorAt={errorAt}
        sections={sections}
        keepAdministrator={person.lastAdministrator}
      />
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      {state === 'saved' && <Notice kind="done" announced title="Saved" />}
      {state === 'overtaken' && <Overtaken theirs={theirs} onTake={takeTheirs} />}
      <div className="row">
        <Button kind="primary" type="submit" disabled={state === 'busy'}>
          {state === 'busy' ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
};
