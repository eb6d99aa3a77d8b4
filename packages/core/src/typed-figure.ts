import { parseDecimal, significantDigits } from './decimal.ts';
import type { Decimal } from './vocabulary.ts';

/**
 * What a person or a spreadsheet wrote where a figure belongs. `sign`: what stood beside the digits. `note`: a sentence
 * for whoever wrote it, where it was read in a way worth a look.
 */
export type TypedFigure =
  | {
      readonly kind: 'number';
      readonly value: Decimal;
      readonly sign: 'percent' | 'money' | null;
      readonly note: string | null;
    }
  | { readonly kind: 'blank'; readonly note: string | null }
  | { readonly kind: 'not_applicable' }
  | { readonly kind: 'refused'; readonly sentence: string };

const longestText = 64;
const notApplicable = /^(n\/?a|n\. ?a\.?|not applicable)$/i;
const noFigure = /^(none|not available|tbd|\.{3}|\u2026)$/i;
const figure = /^([+-]?)((?:us)?\$|usd ?)?(\(?)([+-]?)((?:us)?\$|usd ?)?([\d.,]+)( ?usd)?(%?)(\)?)(%?)$/i;
const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const spaced = /\d{1,3}([ \u00a0\u2009\u202f]\d{3})+(?![\d,])/;
const ungrouped = /^(\d+\.?\d*|\.\d+)$/;

const refused = (sentence: string): TypedFigure => ({ kind: 'refused', sentence });

/** The digits as `parseDecimal` takes them; commas are taken out only where they group thousands. */
const plainDigits = (digits: string): string | null => {
  if (!grouped.test(digits) && !ungrouped.test(digits)) return null;
  const plain = digits.replaceAll(',', '').replace(/\.$/, '');
  return plain.startsWith('.') ? `0${plain}` : plain;
};

const noteOf = (written: string, value: Decimal, sign: 'percent' | 'money' | null): string | null => {
  if (sign === 'percent') return `"${written}" is read as ${value}: percents are kept without their sign.`;
  return sign === 'money' ? `"${written}" is read as ${value}: the unit is the indicator's own.` : null;
};

/** Which mistake it is, where it is a usual one. */
const sentenceFor = (text: string): string => {
  if (/^#/.test(text)) return `The spreadsheet could not work out this cell (${text}): enter the number itself`;
  if (/^[-\u2013\u2014]+$/.test(text)) return 'A dash can mean zero or nothing: enter 0, leave it empty, or write N/A';
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(text))
    return 'The spreadsheet has shortened this number: enter all of its digits';
  if (/^[+-]?[\d.]+[,\s][\d.,\s]+$/.test(text))
    return 'Write thousands with commas and decimals with a point, for example 1,234.5';
  return 'Enter a number, for example 1,234';
};

/**
 * Reads a figure as people and spreadsheets write it: "1,234", "(5)" for a negative, "12%", "$3.5", nothing, "N/A".
 * What could mean two things ("1,23", "-") is refused with a sentence that says what to enter.
 */
export const readTypedFigure = (text: string): TypedFigure => {
  const trimmed = text.trim().replace(/^[\u2212\u2013](?=.)/, '-');
  if (trimmed === '') return { kind: 'blank', note: null };
  if (trimmed.length > longestText) return refused('This is too long for a number: enter the number alone');
  if (notApplicable.test(trimmed)) return { kind: 'not_applicable' };
  if (noFigure.test(trimmed)) {
    return { kind: 'blank', note: `"${trimmed}" says that there is no figure: nothing is entered.` };
  }
  const joined = trimmed.replace(spaced, (digits) => digits.replace(/\s/g, ''));
  const parts = figure.exec(joined.replace(/\s*([()%$+-])\s*/g, '$1'));
  if (parts === null) return refused(sentenceFor(trimmed));
  const [
    ,
    before,
    moneyBefore,
    open,
    inside,
    moneyInside,
    digits = '',
    moneyAfter,
    percentInside,
    close,
    percentAfter,
  ] = parts;
  const count = (...marks: (string | undefined)[]) => marks.filter(Boolean).length;
  const money = count(moneyBefore, moneyInside, moneyAfter);
  const percent = count(percentInside, percentAfter);
  const plain = plainDigits(digits);
  const isClear = count(before, open, inside) <= 1 && count(open) === count(close) && money + percent <= 1;
  if (plain === null || !isClear) return refused(sentenceFor(trimmed));
  const isNegative = open === '(' || before === '-' || inside === '-';
  const value = parseDecimal(isNegative ? `-${plain}` : plain);
  if (value === null) return refused(`Enter a number of up to ${significantDigits} digits`);
  const sign = money > 0 ? 'money' : percent > 0 ? 'percent' : null;
  return { kind: 'number', value, sign, note: noteOf(trimmed, value, sign) };
};
