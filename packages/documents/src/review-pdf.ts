import { readFileSync } from 'node:fs';
import type { ReviewDocument } from '@fbs/contract';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { ExportOptions } from './export-options.ts';
import { type Paper, reviewPaper } from './paper/review-paper.ts';
import { yearsPaper } from './paper/years-paper.ts';
import type { PaperLook, Seal } from './paper-look.ts';
import { missingGlyphs, withWords } from './pdf/missing-glyphs.ts';
import { paperData } from './pdf/paper-data.ts';
import type { ReviewOfYear } from './tables/years-tables.ts';

const beside = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

const faces = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;

/** Everything that the template reads is handed over in memory; no file of the machine is looked at. */
const workspace = '/';

/** The faces of Public Sans, and of the emoji where a text has any. */
const fontsFor = (text: string): string[] => [
  ...faces.map((face) => `PublicSans-${face}`),
  ...(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text) ? ['NotoEmoji-Regular'] : []),
];

const createCompiler = (text = ''): NodeCompiler =>
  NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fontsFor(text).map((font) => beside(`../fonts/${font}.ttf`)) }],
  });

const compile = (compiler: NodeCompiler, inputs: Record<string, string>): NodeTypstDocument => {
  const mainFileContent = beside('./pdf/paper.typ').toString('utf8');
  const compiled = compiler.compile({ mainFileContent, inputs });
  const error = compiled.takeError();
  if (error !== null) throw new Error(`The PDF could not be set: ${JSON.stringify(error.shortDiagnostics)}`);
  if (compiled.result === null) throw new Error('The PDF could not be set.');
  return compiled.result;
};

/** Each refusal names the characters it met; more than a few rounds do not happen. */
const mostRounds = 5;

/** Sets the paper. What no font can show is told in words, since an accessible PDF may not hold a gap. */
const setPaper = (compiler: NodeCompiler, text: string, round = 1): Uint8Array => {
  compiler.mapShadow('/paper.json', Buffer.from(text));
  const document = compile(compiler, { named: round > 1 ? 'yes' : 'no' });
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' }));
  } catch (error) {
    const missing = missingGlyphs(String(error));
    if (missing.length === 0 || round === mostRounds) throw error;
    return setPaper(compiler, withWords(text, missing), round + 1);
  }
};

/**
 * A paper as a tagged PDF by PDF/UA-1: with bookmarks, embedded fonts, repeated header rows and text alternatives.
 * The compiler refuses to write one that is not accessible. The same paper gives the same bytes.
 */
const paperToPdf = (paper: Paper): Uint8Array => {
  const { text, pictures } = paperData(paper);
  const compiler = createCompiler(text);
  for (const [path, picture] of pictures) compiler.mapShadow(path, picture);
  const pdf = setPaper(compiler, text);
  compiler.evictCache(0);
  return pdf;
};

/** Whether the picture can be set at all: a damaged one would stop every paper. */
export const showsSeal = ({ data, mediaType }: Pick<Seal, 'data' | 'mediaType'>): boolean => {
  const compiler = createCompiler();
  const path = mediaType === 'image/png' ? '/seal.png' : '/seal.jpg';
  compiler.mapShadow(path, Buffer.from(data, 'base64'));
  const compiled = compiler.compile({ mainFileContent: `#image("${path}", alt: "Seal", width: 1in)` });
  return compiled.takeError() === null && compiled.result !== null;
};

export const reviewToPdf = (snapshot: ReviewDocument, options: ExportOptions): Uint8Array =>
  paperToPdf(reviewPaper(snapshot, options));

/** All years of a strategy in one paper. */
export const yearsToPdf = (reviews: readonly ReviewOfYear[], product: string, look?: PaperLook): Uint8Array =>
  paperToPdf(yearsPaper(reviews, product, look));
