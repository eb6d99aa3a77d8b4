import { readFileSync } from 'node:fs';
import type { ReviewDocument } from '@fbs/contract';
import { Document, type ISectionOptions, Packer } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { dataQualityPart } from './docx/data-quality.ts';
import { definitionsPart } from './docx/definitions.ts';
import { documentNumbering, documentStyles, fontName, page } from './docx/document-styles.ts';
import { goalPart } from './docx/goal.ts';
import { methodPart } from './docx/method.ts';
import { strategyAndLinkage, summary } from './docx/opening.ts';
import { resultsAtAGlance } from './docx/results-at-a-glance.ts';
import { runningFooter, runningHeader } from './docx/running-heads.ts';
import { signOffPart } from './docx/sign-off.ts';
import { sourcesPart } from './docx/sources.ts';
import { contents, reviewTitle, titlePage } from './docx/title-page.ts';
import type { ExportOptions } from './export-options.ts';
import { cleanDeep, singleLine } from './plain-text.ts';

const face = (name: string): Buffer => readFileSync(new URL(`../fonts/PublicSans-${name}.ttf`, import.meta.url));

/** The font travels with the document: it looks the same where Public Sans is not installed. */
const embeddedFont = () => ({
  name: fontName,
  data: face('Regular'),
  bold: face('Bold'),
  italic: face('Italic'),
  boldItalic: face('BoldItalic'),
});

const partsOf = (document: ReviewDocument, options: ExportOptions): ISectionOptions['children'] => [
  ...titlePage(document, options.sha256),
  ...contents(),
  ...strategyAndLinkage(document),
  ...summary(document),
  ...resultsAtAGlance(document),
  ...document.goals.flatMap((goal) => goalPart(goal, document)),
  ...dataQualityPart(document),
  ...definitionsPart(document),
  ...methodPart(document),
  ...sourcesPart(document),
  ...signOffPart(document, options),
];

/**
 * The review as a Word document. Made from the snapshot alone: the same figures come out whenever it is asked for.
 * Texts are taken as plain text, and what XML cannot hold is left out.
 */
export const reviewToDocx = async (snapshot: ReviewDocument, given: ExportOptions): Promise<Uint8Array> => {
  const document = cleanDeep(snapshot);
  // A draft has no checksum: one that is handed over belongs to another version.
  const options = cleanDeep({ ...given, sha256: document.draft ? null : given.sha256 });
  const { margin, width, height } = page;
  const title = singleLine(`${reviewTitle(document)}, ${document.strategy.title}${document.draft ? ' (DRAFT)' : ''}`);
  const file = new Document({
    title,
    subject: `${document.strategy.organization}: annual review of fiscal year ${document.year}, version ${document.number}`,
    creator: document.strategy.organization,
    lastModifiedBy: options.product,
    keywords: `annual review, fiscal year ${document.year}, performance`,
    description: options.sha256 === null ? `Made with ${options.product}` : `SHA-256 ${options.sha256}`,
    styles: documentStyles,
    numbering: documentNumbering,
    fonts: [embeddedFont()],
    theme: { fonts: { headings: fontName, body: fontName } },
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
        headers: { default: runningHeader(document) },
        footers: { default: runningFooter(document, options.sha256) },
        children: partsOf(document, options),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
};
