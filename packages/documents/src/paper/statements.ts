import { metSentence, type RollUp, reportedSentence } from '@fbs/core';
import { type Block, type Paragraph, paragraph, richText } from './blocks.ts';

export const isWritten = (text: string | null): text is string => text !== null && text.trim() !== '';

/** Text that a person wrote, or a sentence that says it is not there yet. */
export const textOr = (text: string | null, missing: string, illustrative = false): Block[] =>
  isWritten(text) ? richText(text, illustrative) : [paragraph('Note', missing)];

/** The wording of the strategy's outline, where it is not the same. */
export const outlineNote = (statement: string, outline: string | null): Paragraph[] =>
  outline === null || outline === statement
    ? []
    : [paragraph('NoteKept', `In the outline of the strategy: “${outline}”`)];

export const capitalized = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

/** "Met 7 of 9 rated; reported 9 of 12 due." */
export const countsSentence = (counts: RollUp): string =>
  `${capitalized(metSentence(counts))}; ${reportedSentence(counts)}.`;
