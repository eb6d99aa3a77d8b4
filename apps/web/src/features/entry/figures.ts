import { compareDecimals, type Decimal, type Direction, type IndicatorKind, readTypedFigure } from '@fbs/core';
import { formatFigure } from '../../lib/figure.ts';

/** What decides how an indicator's figures are typed, shown and doubted. */
export type Measured = {
  readonly kind: IndicatorKind;
  readonly direction: Direction;
  readonly decimals: number;
  readonly unit: string;
};

export type TargetFigure = {
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
};
export type Parsed<T> = { readonly ok: true; readonly figure: T } | { readonly ok: false; readonly sentence: string };

const refused = (sentence: string) => ({ ok: false, sentence }) as const;
const accepted = <T>(figure: T) => ({ ok: true, figure }) as const;

const exampleOf = ({ kind, decimals }: Measured): string => {
  if (kind === 'percent') return '71.4';
  return decimals > 0 ? '1,234.5' : '1,234';
};

const general = 'Enter a number, for example';
const tooLong = /^Enter a number of up to \d+ digits$/;

/** The sentence with the year in it where it only asks for a number; what says more stands as it is. */
const sentenceOf = (sentence: string, label: string, measured: Measured): string => {
  if (tooLong.test(sentence)) return `${sentence} for ${label}`;
  return sentence.startsWith(general) ? `Enter a number for ${label}, for example ${exampleOf(measured)}` : sentence;
};

const signProblem = (sign: 'percent' | 'money' | null, { kind, unit }: Measured): string | null => {
  if (sign === 'percent' && kind !== 'percent') return `This figure is in ${unit}, not in percent: enter it without %`;
  if (sign === 'money' && kind !== 'currency') return `This figure is in ${unit}, not in money: enter it without $`;
  return null;
};

const milestoneWords: Readonly<Record<string, '0' | '1'>> = {
  done: '1',
  'to be done': '1',
  yes: '1',
  'not done': '0',
  'not planned': '0',
  no: '0',
};

/** Reads what was typed into a value cell; null: the cell was emptied. `label` names the year: "FY 2022". */
export const parseFigure = (text: string, label: string, measured: Measured): Parsed<Decimal | null> => {
  const read = readTypedFigure(
    measured.kind === 'milestone' ? (milestoneWords[text.trim().toLowerCase()] ?? text) : text,
  );
  if (read.kind === 'blank') return accepted(null);
  if (read.kind === 'not_applicable') return refused('Record beside the grid, with a reason, that this does not apply');
  if (read.kind === 'refused') return refused(sentenceOf(read.sentence, label, measured));
  const isWrongWord = measured.kind === 'milestone' && read.value !== '0' && read.value !== '1';
  const problem = isWrongWord ? 'Enter 1 or “Done”, 0 or “Not done”' : signProblem(read.sign, measured);
  return problem === null ? accepted(read.value) : refused(problem);
};

const notPlannedSentence = 'A milestone that is not planned for the year has no target: leave the cell empty';
const noTargetSentence = 'Enter a target, or record beside the grid that there is none, with a reason';
const rangeParts = /^(.+?)\s*(?:\bto\b|\u2013|\u2014|\.\.)\s*(.+)$|^(\S+?)\s*-\s*(\d.*)$/;

/** Reads a target: a number, or for a range both of its ends: "90 to 95". */
export const parseTarget = (text: string, label: string, measured: Measured): Parsed<TargetFigure> => {
  if (text.trim() === '') return refused(noTargetSentence);
  if (measured.direction === 'range' && measured.kind !== 'milestone') return parseRange(text, label, measured);
  const parsed = parseFigure(text, label, measured);
  if (!parsed.ok) return parsed;
  if (measured.kind === 'milestone' && parsed.figure === '0') return refused(notPlannedSentence);
  return accepted({ value: parsed.figure, low: null, high: null });
};

const figureOf = (parsed: Parsed<Decimal | null>): Decimal | null => (parsed.ok ? parsed.figure : null);

const parseRange = (text: string, label: string, measured: Measured): Parsed<TargetFigure> => {
  const parts = rangeParts.exec(text.trim());
  const [low, high] = [parts?.[1] ?? parts?.[3], parts?.[2] ?? parts?.[4]].map((part) =>
    part === undefined ? null : figureOf(parseFigure(part, label, measured)),
  );
  if (!low || !high) return refused(`Enter the lowest and the highest figure for ${label}, for example 90 to 95`);
  if (compareDecimals(low, high) > 0) return refused('Enter the lower figure first, for example 90 to 95');
  return accepted({ value: null, low, high });
};

/** A figure as one types it again: all of its digits, thousands grouped. */
export const typedFigure = (figure: Decimal | null, measured: Measured): string => {
  if (figure === null) return '';
  return measured.kind === 'milestone'
    ? figure
    : formatFigure(figure, { ...measured, kind: 'number' }).replace('\u2212', '-');
};

export const typedTarget = ({ value, low, high }: TargetFigure, measured: Measured): string =>
  low !== null && high !== null
    ? `${typedFigure(low, measured)} to ${typedFigure(high, measured)}`
    : typedFigure(value, measured);

type Shown = (figure: Decimal, measured: Measured) => string;

/** A target as it is shown; null where there is none. */
export const shownTarget = (
  { value, low, high }: TargetFigure,
  measured: Measured,
  shown: Shown = formatFigure,
): string | null => {
  if (measured.kind === 'milestone' && value !== null) return value === '0' ? 'Not planned' : 'To be done';
  if (low !== null && high !== null) return `${shown(low, measured)} to ${shown(high, measured)}`;
  return value === null ? null : shown(value, measured);
};

/** A figure for a narrow cell: of money only the digits, because the unit stands beside the indicator's name. */
export const cellFigure = (figure: Decimal, measured: Measured): string =>
  formatFigure(figure, measured.kind === 'currency' ? { ...measured, kind: 'number' } : measured);
