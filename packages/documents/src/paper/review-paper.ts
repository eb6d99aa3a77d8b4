import type { ReviewDocument } from '@fbs/contract';
import type { ExportOptions } from '../export-options.ts';
import { plainLook } from '../paper-look.ts';
import { cleanDeep, singleLine } from '../plain-text.ts';
import { type Block, type HeadingLevel, ownHeadingLevel } from './blocks.ts';
import { dataQualityPart } from './data-quality.ts';
import { definitionsPart } from './definitions.ts';
import { goalPart } from './goal.ts';
import { methodPart } from './method.ts';
import { strategyAndLinkage, summary } from './opening.ts';
import { resultsAtAGlance } from './results-at-a-glance.ts';
import { signOffPart } from './sign-off.ts';
import { sourcesPart } from './sources.ts';
import { contents, reviewTitle, titlePage } from './title-page.ts';

/** A paper before it becomes a file of some kind. All its texts are plain. */
export type Paper = {
  readonly title: string;
  readonly subject: string;
  readonly organization: string;
  readonly product: string;
  readonly keywords: string;
  readonly description: string;
  readonly draft: boolean;
  /** The moment of its figures. */
  readonly asOf: string;
  /** What stands at the head and at the foot of every page. */
  readonly head: string;
  readonly foot: string;
  readonly checksum: string | null;
  /** The font of Word files; null: the one that travels with them. */
  readonly wordFont: string | null;
  readonly blocks: readonly Block[];
};

const blocksOf = (document: ReviewDocument, options: ExportOptions): Block[] => [
  ...titlePage(document, options),
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

/** Headings that a person wrote stand one level below the paper's own before them, so that no level is skipped. */
export const withLevels = (blocks: readonly Block[]): Block[] => {
  let above: HeadingLevel = 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    if (block.level === ownHeadingLevel) return { ...block, level: Math.min(above + 1, 4) as HeadingLevel };
    above = block.level;
    return block;
  });
};

/**
 * The review as a paper. Made from the snapshot alone: the same figures come out whenever it is asked for.
 * Texts are taken as plain text, and what no file can hold is left out.
 */
export const reviewPaper = (snapshot: ReviewDocument, given: ExportOptions): Paper => {
  const document = cleanDeep(snapshot);
  // A draft has no checksum: one that is handed over belongs to another version.
  const { look = plainLook } = given;
  const options = { ...cleanDeep({ product: given.product, sha256: document.draft ? null : given.sha256 }), look };
  const { draft, strategy, year, number, asOf } = document;
  const title = `${reviewTitle(document)}, ${strategy.title}`;
  return {
    title: singleLine(`${title}${draft ? ' (DRAFT)' : ''}`),
    subject: `${strategy.organization}: annual review of fiscal year ${year}, version ${number}`,
    organization: strategy.organization,
    product: options.product,
    keywords: `annual review, fiscal year ${year}, performance`,
    description: options.sha256 === null ? `Made with ${options.product}` : `SHA-256 ${options.sha256}`,
    draft,
    asOf,
    head: title,
    foot: `${strategy.acronym}, version ${number}`,
    checksum: options.sha256,
    wordFont: look.wordFont,
    blocks: withLevels(blocksOf(document, options)),
  };
};
