import type { Entry, EntryRow } from '@fbs/contract';
import { checkBreakdown, type Disaggregation, sumDecimals } from '@fbs/core';
import { formatDecimal } from '../../lib/format.ts';
import { useAutosave } from '../../lib/use-autosave.ts';
import { AutosaveStatus } from '../../ui/autosave-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type BreakdownTexts, breakdownTexts, parseBreakdown, readTexts, writeTexts } from './breakdown-texts.ts';
import { yearLabel } from './cell-work.ts';
import { restBeforeSaving } from './panel-texts.tsx';
import { saveField } from './save-field.ts';
import type { EntryWrites } from './use-entry-writes.ts';

type BreakdownProps = {
  readonly row: EntryRow;
  readonly entry: Entry;
  readonly disaggregations: readonly Disaggregation[];
  readonly place: string;
  readonly writes: EntryWrites;
};

/** The parts of a value, saved together, with what does not fit said in a sentence. */
export const Breakdown = ({ row, entry, disaggregations, place, writes }: BreakdownProps) => {
  const isOpen = row.rights.enter && row.entry.state !== 'submitted' && row.entry.state !== 'approved';
  const known = breakdownTexts(disaggregations, entry.breakdown);
  return isOpen ? (
    <BreakdownFields
      row={row}
      saved={{ text: writeTexts(known), version: entry.version }}
      disaggregations={disaggregations}
      place={place}
      writes={writes}
    />
  ) : (
    <>
      <BreakdownWords disaggregations={disaggregations} texts={known} />
      <Findings sentences={entry.findings} />
    </>
  );
};

type FieldsProps = Omit<BreakdownProps, 'entry'> & {
  readonly saved: { readonly text: string; readonly version: number };
};

const BreakdownFields = ({ row, saved, disaggregations, place, writes }: FieldsProps) => {
  const { code } = row;
  const check = (text: string) => {
    const parsed = parseBreakdown(readTexts(text), row, yearLabel(row));
    return parsed.ok ? undefined : parsed.sentence;
  };
  const autosave = useAutosave({
    name: `${place}:${code}:breakdown`,
    saved,
    delay: restBeforeSaving,
    check,
    save: (text, seen) => {
      const parsed = parseBreakdown(readTexts(text), row, yearLabel(row));
      if (!parsed.ok) throw new Error(parsed.sentence);
      return saveField(
        () => writes.record(code, { breakdown: [...parsed.figure] }, seen),
        (current) => writeTexts(breakdownTexts(disaggregations, current.breakdown)),
      );
    },
  });
  const texts = readTexts(autosave.text);
  const parsed = parseBreakdown(texts, row, yearLabel(row));
  const findings = parsed.ok ? checkBreakdown(row.entry.value, disaggregations, parsed.figure) : [];
  return (
    <fieldset
      className="breakdown"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void autosave.flush();
      }}
    >
      <legend className="visually-hidden">Breakdowns</legend>
      {disaggregations.map(({ dimension, categories }) => (
        <fieldset key={dimension}>
          <legend className="usa-label">Breakdown by {dimension}</legend>
          <div className="breakdown__parts">
            {categories.map((category) => (
              <TextField
                key={category}
                label={category}
                inputMode="decimal"
                autoComplete="off"
                value={texts[dimension]?.[category] ?? ''}
                onChange={({ target }) => autosave.type(writeTexts(withText(texts, dimension, category, target.value)))}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Findings sentences={findings.map(({ sentence }) => sentence)} />
      <AutosaveStatus autosave={autosave} what={`the breakdown of ${code}`} show={(text) => wordsOf(readTexts(text))} />
    </fieldset>
  );
};

/** Where the parts do not fit the value. */
const Findings = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.map((sentence) => (
    <p key={sentence} className="breakdown__finding">
      {sentence}
    </p>
  ));

const withText = (texts: BreakdownTexts, dimension: string, category: string, text: string): BreakdownTexts => ({
  ...texts,
  [dimension]: { ...texts[dimension], [category]: text },
});

const wordsOf = (texts: BreakdownTexts): string =>
  Object.entries(texts)
    .map(([dimension, parts]) => {
      const words = Object.entries(parts).map(([category, text]) => `${category} ${text === '' ? 'none' : text}`);
      return `${dimension}: ${words.join(', ')}`;
    })
    .join('\n');

type WordsProps = { readonly disaggregations: readonly Disaggregation[]; readonly texts: BreakdownTexts };

const BreakdownWords = ({ disaggregations, texts }: WordsProps) =>
  disaggregations.map(({ dimension, categories, sumsToTotal }) => {
    const parts = categories.flatMap((category) => {
      const text = texts[dimension]?.[category] ?? '';
      return text === '' ? [] : [{ category, text }];
    });
    if (parts.length === 0) return null;
    const words = parts.map(({ category, text }) => `${formatDecimal(text)} ${category}`);
    const total = formatDecimal(sumDecimals(parts.map(({ text }) => text)));
    return (
      <div key={dimension} className="told">
        <p className="usa-label">Breakdown by {dimension}</p>
        <p>{sumsToTotal ? `${words.join(' + ')} = ${total}` : words.join(', ')}</p>
      </div>
    );
  });
