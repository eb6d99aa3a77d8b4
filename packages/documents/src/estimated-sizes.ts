import type { ExportContents, ReviewDocument } from '@fbs/contract';
import type { ExportOptions } from './export-options.ts';
import type { Block, Paragraph, Run } from './paper/blocks.ts';
import { reviewPaper } from './paper/review-paper.ts';
import { plainLook } from './paper-look.ts';

/**
 * Bytes that each part of a paper adds, as measured on reviews of one year to five and on one that holds nothing:
 * `base` stands in every file, a stretch of text carries its marks with it, a picture grows with its columns.
 */
const bytesOf = {
  docx: { base: 13_500, font: 173_500, stretch: 13, letter: 0, picture: 7_500, column: 4_400 },
  pdf: { base: 72_300, font: 0, stretch: 352, letter: 1, picture: 2_000, column: 0 },
} as const;

const stretchesOf = (block: Block): readonly Run[] => {
  switch (block.kind) {
    case 'table':
      return [
        ...block.columns.flatMap(({ head }) => [...head]),
        ...block.rows.flatMap((row) => row.flatMap((cell) => cell.flatMap(({ runs }: Paragraph) => [...runs]))),
      ];
    case 'heading':
    case 'caption':
      return [{ text: block.text }];
    case 'picture':
    case 'seal':
    case 'contents':
      return [];
    default:
      return block.runs;
  }
};

/** Two digits: more would promise what was not measured. */
const rounded = (bytes: number): number => Number(bytes.toPrecision(2));

/** About how large the Word file and the PDF of a review become, without making them. */
export const estimatedSizes = (document: ReviewDocument, options: ExportOptions): ExportContents['estimates'] => {
  const { blocks } = reviewPaper(document, options);
  const { seal, wordFont } = options.look ?? plainLook;
  const stretches = blocks.flatMap(stretchesOf);
  const letters = stretches.reduce((sum, { text }) => sum + text.length, 0);
  const columns = blocks.flatMap((block) => (block.kind === 'picture' ? [block.chart.columns.length] : []));
  const sizeOf = ({ base, font, stretch, letter, picture, column }: (typeof bytesOf)[keyof typeof bytesOf]): number =>
    base +
    (wordFont === null ? font : 0) +
    stretch * stretches.length +
    letter * letters +
    picture * columns.length +
    column * columns.reduce((sum, each) => sum + each, 0) +
    (seal === null ? 0 : (seal.data.length * 3) / 4);
  return { docx: rounded(sizeOf(bytesOf.docx)), pdf: rounded(sizeOf(bytesOf.pdf)) };
};
