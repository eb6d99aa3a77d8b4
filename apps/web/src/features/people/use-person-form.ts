import { type FormEvent, useState } from 'react';
import { currentOf } from '../../lib/stale-write.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { announce } from '../../ui/live-region.tsx';
import { type PersonEntry, type PersonWords, usePeopleWrites } from './people-queries.ts';
import { differing, wordsOf } from './people-words.ts';

/** The latest version, as long as what the form shows did not change with it: disabling somebody is no conflict. */
const seenOf = (person: PersonEntry, base: PersonEntry): PersonEntry =>
  person.version > base.version && differing(wordsOf(person), wordsOf(base)).length === 0 ? person : base;

/** What is typed about a person, and how it is saved; where somebody else was faster, both stay to choose from. */
export const usePersonForm = (person: PersonEntry) => {
  const [words, setWords] = useState(() => wordsOf(person));
  const [base, setBase] = useState(person);
  const [state, setState] = useState<'still' | 'busy' | 'saved' | 'overtaken'>('still');
  const { findings, unplaced, errorAt, show, refuse } = useFindings();
  const writes = usePeopleWrites();
  const type = (typed: PersonWords): void => {
    setWords(typed);
    if (state !== 'overtaken') setState('still');
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('busy');
    show([]);
    try {
      // a persona of the evaluation has no address, and needs none
      const email = words.email === '' && base.email === null ? null : words.email;
      setBase(await writes.change(seenOf(person, base), { ...words, email }));
      setState('saved');
      announce('Saved');
    } catch (error) {
      const current = currentOf<PersonEntry>(error);
      if (current === undefined) refuse(error);
      else setBase(current);
      setState(current === undefined ? 'still' : 'overtaken');
    }
  };
  const takeTheirs = (): void => {
    setWords(wordsOf(base));
    setState('still');
  };
  const theirs = state === 'overtaken' ? differing(words, wordsOf(base)) : [];
  return { words, type, save, state, theirs, takeTheirs, findings, unplaced, errorAt };
};
