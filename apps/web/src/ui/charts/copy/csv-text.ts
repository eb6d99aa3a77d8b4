import type { ChartCopy } from './chart-copy.ts';

const decimal = /^-?\d+(\.\d+)?$/;
/** Spreadsheets take these for the beginning of a formula, also behind blanks that they drop. */
const dangerous = /^[\s']*[=+\-@\t\r]/;

const cellOf = (text: string, kind: ChartCopy['columns'][number]['kind']): string => {
  if (kind === 'figure' && decimal.test(text)) return text;
  const safe = dangerous.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180, with the mark that lets Excel read it as UTF-8. */
export const csvOf = ({ columns, rows }: Pick<ChartCopy, 'columns' | 'rows'>): string => {
  const lines = [
    columns.map(({ head }) => cellOf(head, 'text')),
    ...rows.map((row) => columns.map(({ kind }, index) => cellOf(row[index] ?? '', kind))),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
};
