import { type Decimal, parseDecimal, type Rating, ratingLabels, readTypedFigure, type Year, yearSpan } from '@fbs/core';
import type { ColumnName, ImportCell, ImportRecord } from '@fbs/documents';
import type { Facts, Indicator } from '../../results/load-facts.ts';
import { RowRefused } from './import-rows.ts';

/** What an error or a formula without result says, wherever it stands. */
const refuseBroken = (column: ColumnName, cell: ImportCell): void => {
  if (cell.kind === 'error') {
    throw new RowRefused(column, `The cell holds the error ${cell.text}: fix the formula, or type the figure.`);
  }
  if (cell.kind === 'formula') {
    const detail =
      'The cell holds a formula without a result: save the file in a spreadsheet program first, or type it.';
    throw new RowRefused(column, detail);
  }
};

/** The trimmed text of a cell with plain line ends; null where it is empty. */
export const textOf = ({ cells }: ImportRecord, column: ColumnName, most = 20_000): string | null => {
  const cell = cells[column];
  if (cell === undefined) return null;
  refuseBroken(column, cell);
  const text = (cell.text.includes('\r') ? cell.text.replace(/\r\n?/g, '\n') : cell.text).trim();
  if (text.length > most) throw new RowRefused(column, `This text is longer than ${most} characters: shorten it.`);
  return text === '' ? null : text;
};

const figureColumns = ['value', 'target', 'low', 'high', 'rating', 'not applicable', 'no target', 'text'] as const;
const mostWritten = 60;

const writtenOf = (cell: ImportCell | undefined): string => {
  if (cell === undefined) return '';
  const text = cell.text.trim() + (cell.kind === 'percent' ? '%' : '');
  return text.length > mostWritten ? `${text.slice(0, mostWritten)}…` : text;
};

/** What a refused row holds as its figure, as it is written; the cell that is refused where it is one of them. */
export const writtenIn = ({ cells }: ImportRecord, refused: string | null): string | null => {
  const filled = figureColumns.filter((column) => writtenOf(cells[column]) !== '');
  const column = filled.find((each) => each === refused) ?? filled[0];
  if (column !== 'low' || cells.high === undefined) return column === undefined ? null : writtenOf(cells[column]);
  return `${writtenOf(cells.low)} to ${writtenOf(cells.high)}`;
};

export type IndicatorsByCode = ReadonlyMap<string, Indicator>;

export const indicatorsByCode = ({ indicators }: Facts): IndicatorsByCode =>
  new Map(indicators.map((each) => [each.code.toLowerCase(), each]));

export const indicatorIn = (codes: IndicatorsByCode, record: ImportRecord): Indicator => {
  const code = textOf(record, 'indicator');
  if (code === null) throw new RowRefused('indicator', 'Write the code of the indicator, for example 1.1-A.');
  const indicator = codes.get(code.toLowerCase());
  if (indicator !== undefined) return indicator;
  throw new RowRefused('indicator', `There is no indicator "${code.slice(0, 60)}": take its code from the template.`);
};

export const yearIn = ({ strategy: { firstYear, lastYear } }: Facts, record: ImportRecord): Year => {
  const cell = record.cells.year;
  const text = cell?.kind === 'date' ? null : textOf(record, 'year');
  const year = Number(/^(?:FY\s?)?(\d{4})$/i.exec(text ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) throw new RowRefused('year', `Write the fiscal year, for example ${lastYear}.`);
  if (year >= firstYear && year <= lastYear) return year;
  throw new RowRefused('year', `FY ${year} lies outside the strategy: use ${yearSpan(firstYear, lastYear, ' to ')}.`);
};

export type ReadFigure = { readonly value: Decimal | null; readonly note: string | null };

/** The exact figure of a cell, with what to look at; null where it is empty or says that there is none. */
export const figureIn = ({ cells }: ImportRecord, column: ColumnName, { definition }: Indicator): ReadFigure => {
  const cell = cells[column];
  if (cell === undefined) return { value: null, note: null };
  refuseBroken(column, cell);
  if (cell.kind === 'date') {
    throw new RowRefused(column, `The cell holds the day ${cell.text} where a number belongs: format it as a number.`);
  }
  if (cell.kind === 'yes_no') throw new RowRefused(column, `The cell says ${cell.text}: write a number; 1 for done.`);
  const plain = cell.kind === 'percent' ? null : parseDecimal(cell.text);
  if (plain !== null) return { value: plain, note: null };
  const read = readTypedFigure(cell.kind === 'percent' ? `${cell.text}%` : cell.text);
  if (read.kind === 'refused') throw new RowRefused(column, `${read.sentence.replace(/\.$/, '')}.`);
  if (read.kind === 'not_applicable') {
    const note = `"${cell.text.trim()}" enters nothing: write in the column "not applicable" why it does not apply.`;
    return { value: null, note };
  }
  if (read.kind === 'blank') return { value: null, note: read.note };
  // a sign that fits the indicator is no news
  const fits =
    (read.sign === 'percent' && definition.kind === 'percent') ||
    (read.sign === 'money' && definition.kind === 'currency');
  return { value: read.value, note: fits ? null : read.note };
};

const chosenRatings = Object.entries(ratingLabels).filter(([rating]) => rating !== 'not_rated');

/** The rating that a person chose, by the words that stand on the screens; null where the cell is empty. */
export const ratingIn = (record: ImportRecord): Exclude<Rating, 'not_rated'> | null => {
  const text = textOf(record, 'rating');
  if (text === null) return null;
  const found = chosenRatings.find(([, label]) => label.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found[0] as Exclude<Rating, 'not_rated'>;
  const names = chosenRatings.map(([, label]) => `"${label}"`).join(', ');
  throw new RowRefused('rating', `"${text.slice(0, 60)}" is not a rating: write one of ${names}.`);
};
