import type { DocumentIndicator } from '@fbs/contract';
import { type EntryAction, verificationLabels } from '@fbs/core';
import { dayWords, instantDayWords } from '../day-words.ts';
import { figureWords, marked, targetFigureWords } from '../figure-words.ts';
import { palette } from '../palette.ts';
import { colored, type Paragraph, paragraph, strong, userText } from './blocks.ts';
import { isWritten } from './statements.ts';

const note = (lead: string, text: string | null, illustrative = false): Paragraph[] =>
  isWritten(text) ? userText(text, { style: 'TableText', lead, illustrative }) : [];

type Change = {
  readonly at: string;
  readonly person: string;
  readonly reason: string | null;
  readonly illustrative: boolean;
};

/** " 24 to 20 on Aug. 3, 2023 by A. Person: reason." */
const changeSentence = (from: string, to: string, { at, person, reason, illustrative }: Change): string => {
  const why = isWritten(reason) ? `: ${reason.trimEnd()}` : ', with no reason given';
  const sentence = ` ${from} to ${to} on ${instantDayWords(at)} by ${person}${why}`;
  return marked(sentence.endsWith('.') ? sentence : `${sentence}.`, illustrative);
};

/** Every revision of the year's target: the figure before and after, the reason, who, and whether the result was known. */
const targetNotes = ({ definition, entry, targets }: DocumentIndicator): Paragraph[] => {
  const vintages = targets.filter((vintage) => vintage.year === entry.year).sort((a, b) => a.number - b.number);
  const words = (index: number): string => {
    const vintage = vintages[index];
    const figure = vintage && targetFigureWords(vintage, definition);
    return figure ? marked(figure, vintage?.illustrative ?? false) : 'no target';
  };
  const revisions = vintages.slice(1).map((vintage, index) => {
    const known = vintage.afterResult ? [strong(' Revised after the result was known.')] : [];
    const change = changeSentence(words(index), words(index + 1), vintage);
    return paragraph('TableText', strong('Target revised from'), change, ...known);
  });
  if (revisions.length > 0 || !entry.target.afterResult) return revisions;
  return [paragraph('TableText', strong('Target revised after the result was known.'))];
};

const replaced: Partial<Record<EntryAction, string>> = { corrected: 'Corrected from', restated: 'Restated from' };

/** Every approved figure of the year that a later one replaced. */
const restatementNotes = ({ definition, entry, vintages }: DocumentIndicator): Paragraph[] => {
  const shown = vintages.filter((vintage) => vintage.value !== null).sort((a, b) => a.number - b.number);
  const figure = (index: number): string => {
    const vintage = shown[index];
    return vintage?.value ? marked(figureWords(vintage.value, definition), vintage.illustrative) : '';
  };
  const notes = shown.flatMap((vintage, index) => {
    const lead = replaced[vintage.action];
    if (lead === undefined || index === 0 || shown[index - 1]?.value === vintage.value) return [];
    return [paragraph('TableText', strong(lead), changeSentence(figure(index - 1), figure(index), vintage))];
  });
  if (notes.length > 0 || !entry.restated) return notes;
  return [paragraph('TableText', strong('Restated.'), ' A later figure replaced an approved one.')];
};

const sourceNote = ({ entry: { source, verification, illustrative } }: DocumentIndicator): Paragraph[] => {
  if (!isWritten(source)) return [];
  const words = verification === null ? '' : ` (${verificationLabels[verification].toLowerCase()})`;
  return note('Source.', `${source}${words}`, illustrative);
};

const dueNote = ({ entry: { state, dueDay, rating } }: DocumentIndicator): Paragraph[] => {
  const isNew = state === 'not_due' && rating.reason === 'new_indicator';
  if (isNew) return note('New indicator.', 'Added after the period; no value is due.');
  if (state === 'not_due') return note('Due on', `${dayWords(dueDay)}.`);
  return state === 'not_reported' ? note('Was due on', `${dayWords(dueDay)}.`) : [];
};

/** What has to be said about a figure: explanation, changes, reasons of absence, source. Never empty. */
export const indicatorNotes = (indicator: DocumentIndicator): Paragraph[] => {
  const { entry } = indicator;
  const missing = entry.explanationMissing
    ? [paragraph('TableText', colored('Explanation missing.', palette.alarm))]
    : [];
  const notes = [
    ...note('In words.', entry.text, entry.illustrative),
    ...note('Explanation.', entry.explanation, entry.illustrative),
    ...missing,
    ...note(
      'Not applicable:',
      entry.state === 'not_applicable' ? (entry.notApplicableReason ?? 'no reason given') : null,
    ),
    ...dueNote(indicator),
    ...note('No target:', entry.target.noTargetReason, entry.target.illustrative),
    ...targetNotes(indicator),
    ...restatementNotes(indicator),
    ...note('Returned:', entry.state === 'returned' ? entry.returnNote : null),
    ...note('Note.', entry.note, entry.illustrative),
    ...sourceNote(indicator),
  ];
  return notes.length > 0 ? notes : [paragraph('TableText', 'None')];
};
