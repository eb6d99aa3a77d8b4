/** Rows of cells, as spreadsheets put them on the clipboard. */
export type Block = readonly (readonly string[])[];

type Cell = { readonly text: string; readonly end: number };

/** A cell in quotation marks may hold tabs, line breaks and doubled quotation marks; null where it never closes. */
const quotedCell = (text: string, start: number): Cell | null => {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else if (at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n') {
      return { text: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
    } else return null;
  }
  return null;
};

const plainCell = (text: string, start: number): Cell => {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { text: text.slice(start, end), end };
};

/** Reads tab-separated text from a spreadsheet or a table of a web page; shorter rows are filled up with nothing. */
export const readBlock = (pasted: string): Block => {
  const text = pasted.replace(/\r\n?/g, '\n');
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const cell = (text[at] === '"' ? quotedCell(text, at) : null) ?? plainCell(text, at);
    rows.at(-1)?.push(cell.text);
    // The break after the last row begins no further one.
    if (cell.end >= text.length - (text.endsWith('\n') ? 1 : 0) && text[cell.end] !== '\t') break;
    if (text[cell.end] === '\n') rows.push([]);
    at = cell.end + 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
};

const written = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The block as spreadsheets take it: tabs between cells, a line break after every row. */
export const writeBlock = (block: Block): string => block.map((row) => `${row.map(written).join('\t')}\r\n`).join('');
