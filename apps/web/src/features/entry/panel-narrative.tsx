import type { EntryRow } from '@fbs/contract';
import { type Rating, ratingLabels, ratings } from '@fbs/core';
import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { AutosaveArea } from '../../ui/autosave-area.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { restBeforeSaving, Told } from './panel-texts.tsx';
import { saveField, textOrNull } from './save-field.ts';
import type { EntryWrites } from './use-entry-writes.ts';

type Chosen = Exclude<Rating, 'not_rated'>;

const isChosen = (rating: Rating): rating is Chosen => rating !== 'not_rated';
const options = ratings.filter(isChosen).map((value) => ({ value, label: ratingLabels[value] }));

type NarrativeProps = { readonly row: EntryRow; readonly place: string; readonly writes: EntryWrites };

/** A narrative indicator is told in words, and rated by whoever tells it. */
export const Narrative = ({ row, place, writes }: NarrativeProps) => {
  const { code, entry, rights } = row;
  const [error, setError] = useState<string>();
  if (!rights.enter || entry.state === 'submitted' || entry.state === 'approved') {
    return <Told label="Text">{entry.text}</Told>;
  }
  const choose = async (chosenRating: Chosen) => {
    setError(undefined);
    try {
      await writes.record(code, { chosenRating }, entry.version);
    } catch (refusal) {
      setError(`Not saved: ${reasonOf(refusal)}`);
    }
  };
  return (
    <>
      <AutosaveArea
        name={`${place}:${code}:text`}
        what={`the text of ${code}`}
        label="Text"
        rows={6}
        delay={restBeforeSaving}
        saved={{ text: entry.text ?? '', version: entry.version }}
        save={(text, seen) =>
          saveField(
            () => writes.record(code, { text: textOrNull(text) }, seen),
            (current) => current.text ?? '',
          )
        }
      />
      <RadioGroup
        label="Rating"
        error={error}
        options={options}
        value={entry.chosenRating}
        onChange={(rating) => void choose(rating)}
      />
    </>
  );
};
