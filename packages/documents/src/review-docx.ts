import { readFileSync } from 'node:fs';
import type { ReviewDocument } from '@fbs/contract';
import { Document, Packer } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { documentNumbering, documentStyles, fontName, page } from './docx/document-styles.ts';
import { docxBlocks } from './docx/docx-blocks.ts';
import { runningFooter, runningHeader } from './docx/running-heads.ts';
import type { ExportOptions } from './export-options.ts';
import { type Paper, reviewPaper } from './paper/review-paper.ts';
import { yearsPaper } from './paper/years-paper.ts';
import type { PaperLook } from './paper-look.ts';
import type { ReviewOfYear } from './tables/years-tables.ts';

const face = (name: string): Buffer => readFileSync(new URL(`../fonts/PublicSans-${name}.ttf`, import.meta.url));

/** The font travels with the document: it looks the same where Public Sans is not installed. */
const embeddedFont = () => ({
  name: fontName,
  data: face('Regular'),
  bold: face('Bold'),
  italic: face('Italic'),
  boldItalic: face('BoldItalic'),
});

const paperToDocx = async (paper: Paper): Promise<Uint8Array> => {
  const { margin, width, height } = page;
  const font = paper.wordFont ?? fontName;
  const file = new Document({
    title: paper.title,
    subject: paper.subject,
    creator: paper.organization,
    lastModifiedBy: paper.product,
    keywords: paper.keywords,
    description: paper.description,
    styles: documentStyles(font),
    numbering: documentNumbering(font),
    fonts: paper.wordFont === null ? [embeddedFont()] : [],
    theme: { fonts: { headings: font, body: font } },
    // Contents and captions are written with their numbers, so that Word does not ask to update fields.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: 1_300, bottom: 1_200, left: margin, right: margin, header: 620, footer: 560 },
          },
        },
        headers: { default: runningHeader(paper) },
        footers: { default: runningFooter(paper) },
        children: docxBlocks(paper.blocks),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
};

/** The review as a Word document. */
export const reviewToDocx = (snapshot: ReviewDocument, options: ExportOptions): Promise<Uint8Array> =>
  paperToDocx(reviewPaper(snapshot, options));

/** All years of a strategy in one document. */
export const yearsToDocx = (reviews: readonly ReviewOfYear[], product: string, look?: PaperLook): Promise<Uint8Array> =>
  paperToDocx(yearsPaper(reviews, product, look));
