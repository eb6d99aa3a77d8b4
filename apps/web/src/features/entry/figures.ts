import {
  absoluteDecimal,
  compareDecimals,
  type Decimal,
  type Direction,
  type IndicatorKind,
  parseDecimal,
  sumDecimals,
} from '@fbs/core';
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

/** Commas are taken out only where they group thousands: "1,23" is nobody's number. */
const withoutCommas = (text: string): string =>
  /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;

const plain = (text: string, { kind }: Measured): string => {
  const trimmed = text.trim().replace('\u2212', '-');
  return withoutCommas(kind === 'percent' ? trimmed.replace(/\s*%$/, '') : trimmed);
};

const exampleOf = ({ kind, decimals }: Measured): string => {
  if (kind === 'percent') return '71.4';
  return decimals > 0 ? '1,234.5' : '1,234';
};

const sentenceOf = (text: string, label: string, measured: Measured): string => {
  const digits = text.replace(/\D/g, '').length;
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(plain(text, measured));
  return isNumber && digits > 15
    ? `Enter a number of up to 15 digits for ${label}`
    : `Enter a number for ${label}, for example ${exampleOf(measured)}`;
};

/** Reads what was typed into a value cell; null: the cell was emptied. `label` names the year: "FY 2022". */
export const parseFigure = (text: string, label: string, measured: Measured): Parsed<Decimal | null> => {
  if (text.trim() === '') return accepted(null);
  const figure = parseDecimal(plain(text, measured));
  return figure === null ? refused(sentenceOf(text, label, measured)) : accepted(figure);
};

const noTargetSentence = 'Enter a target, or record beside the grid that there is none, with a reason';
const rangeParts = /^(.+?)\s*(?:\bto\b|\u2013|\u2014|\.\.)\s*(.+)$|^(\S+?)\s*-\s*(\d.*)$/;

/** Reads a target: a number, or for a range both of its ends: "90 to 95". */
export const parseTarget = (text: string, label: string, measured: Measured): Parsed<TargetFigure> => {
  if (text.trim() === '') return refused(noTargetSentence);
  if (measured.direction === 'range' && measured.kind !== 'milestone') return parseRange(text, label, measured);
  const parsed = parseFigure(text, label, measured);
  return parsed.ok ? accepted({ value: parsed.figure, low: null, high: null }) : parsed;
};

const parseRange = (text: string, label: string, measured: Measured): Parsed<TargetFigure> => {
  const parts = rangeParts.exec(text.trim());
  const [low, high] = [parts?.[1] ?? parts?.[3], parts?.[2] ?? parts?.[4]].map((part) =>
    part === undefined ? null : parseDecimal(plain(part, measured)),
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

/** What is worth a second look before it is submitted; it does not hinder saving. */
export const warningOf = (value: Decimal | null, previous: Decimal | null, measured: Measured): string | null => {
  if (value === null || measured.kind === 'milestone') return null;
  if (measured.kind === 'percent' && compareDecimals(value, '100') > 0) return 'Over 100%';
  if (previous === null || compareDecimals(previous, '0') === 0) return null;
  const size = absoluteDecimal(previous);
  const isFarMore = compareDecimals(absoluteDecimal(value), sumDecimals([size, size, size])) > 0;
  return isFarMore ? 'Over 3 times last year' : null;
};
