import { chartSvg } from '../chart-svg.ts';
import { palette } from '../palette.ts';
import type { Block, Paragraph, Run, Table } from '../paper/blocks.ts';
import type { Paper } from '../paper/review-paper.ts';
import { sealSize } from '../paper-look.ts';

type List = { readonly kind: 'list'; readonly ordered: boolean; readonly items: (readonly Run[])[] };
type Words = Exclude<Paragraph, { kind: 'bullet' }> | List;

type TableData = Omit<Table, 'rows'> & {
  readonly rows: readonly { readonly cells: readonly (readonly Words[])[]; readonly whole: boolean }[];
};
type PictureData = {
  readonly kind: 'picture';
  readonly path: string;
  readonly description: string;
  readonly width: number;
};

/** What the template asks for: items of a list in one list, and a table or picture together with its caption. */
export type PaperData = {
  readonly text: string;
  /** Pictures by the path under which the template finds them. */
  readonly pictures: ReadonlyMap<string, Buffer>;
};

/** A row of more characters than this may be parted by the end of a page: it could be longer than one. */
const longestWholeRow = 1_500;

const pointsPerPixel = 0.75;

const withLists = (blocks: readonly Paragraph[]): Words[] => {
  const words: Words[] = [];
  for (const block of blocks) {
    const last = words.at(-1);
    if (block.kind === 'paragraph') {
      words.push(block);
      continue;
    }
    const ordered = block.ordered === true;
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(block.runs);
    else words.push({ kind: 'list', ordered, items: [block.runs] });
  }
  return words;
};

const lengthOf = (cell: readonly Paragraph[]): number =>
  cell.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 0), 0);

const tableData = ({ rows, ...table }: Table): TableData => ({
  ...table,
  rows: rows.map((cells) => ({
    cells: cells.map(withLists),
    whole: cells.every((cell) => lengthOf(cell) <= longestWholeRow),
  })),
});

const isWords = (block: Block): block is Paragraph => block.kind === 'paragraph' || block.kind === 'bullet';

/** The paper as the JSON text that the template reads. */
export const paperData = ({ blocks, asOf, ...paper }: Paper): PaperData => {
  const pictures = new Map<string, Buffer>();
  const pictureData = ({ chart, description }: Extract<Block, { kind: 'picture' }>): PictureData => {
    const path = `/chart-${pictures.size + 1}.svg`;
    const { svg, width } = chartSvg(chart, description);
    pictures.set(path, Buffer.from(svg));
    return { kind: 'picture', path, description, width: width * pointsPerPixel };
  };
  const sealData = ({ seal }: Extract<Block, { kind: 'seal' }>) => {
    const path = seal.mediaType === 'image/png' ? '/seal.png' : '/seal.jpg';
    pictures.set(path, Buffer.from(seal.data, 'base64'));
    return { kind: 'seal', path, description: seal.description, width: sealSize(seal).width };
  };
  const parts: unknown[] = [];
  let words: Paragraph[] = [];
  let caption: Extract<Block, { kind: 'caption' }> | null = null;
  for (const block of blocks) {
    if (isWords(block)) {
      words.push(block);
      continue;
    }
    parts.push(...withLists(words));
    words = [];
    if (block.kind === 'caption') caption = block;
    else if (block.kind === 'table' || block.kind === 'picture') {
      const body = block.kind === 'table' ? tableData(block) : pictureData(block);
      parts.push({ kind: 'figure', of: caption?.of, caption: caption?.text, body });
    } else if (block.kind === 'seal') parts.push(sealData(block));
    else parts.push(block);
  }
  parts.push(...withLists(words));
  const moment = new Date(asOf).toISOString().split(/\D/).slice(0, 6).map(Number);
  return { text: JSON.stringify({ ...paper, palette, moment, blocks: parts }), pictures };
};
