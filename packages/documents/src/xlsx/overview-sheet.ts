import type { ReviewDocument } from '@fbs/contract';
import { richTextWords } from '@fbs/core';
import { instantWords } from '../day-words.ts';
import type { ExportOptions } from '../export-options.ts';
import { notHeldBy } from '../tables/document-rows.ts';
import { glanceSheet, type OtherSheet } from './glance-sheet.ts';
import type { NewSheet, SheetCell } from './workbook.ts';

const standing = ({ draft, number, signOff, asOf }: ReviewDocument): SheetCell =>
  draft
    ? {
        value: `DRAFT of version ${number}, as of ${instantWords(asOf)}: figures and words can still change.`,
        look: 'alarm',
      }
    : { value: `Version ${number}, signed off by ${signOff?.person ?? ''} on ${instantWords(signOff?.at ?? asOf)}.` };

const illustrativeLine = ({ illustrative: { figures, texts }, year }: ReviewDocument): SheetCell[] =>
  figures + texts === 0
    ? []
    : [
        {
          value: `Illustrative: ${figures} figures and targets of FY ${year}, and the words of ${texts} sections, were invented for evaluation. Every sheet marks them.`,
          look: 'wash',
        },
      ];

/** What a person wrote, below its name. */
const statement = (name: string, text: string | null): SheetCell[] =>
  text === null || text.trim() === '' ? [] : [{ value: name, look: 'strong' }, { value: richTextWords(text) }];

const openingLines = (document: ReviewDocument, { sha256, product }: ExportOptions): SheetCell[] => {
  const { strategy, year, jspStatement, summary } = document;
  return [
    { value: `Annual review FY ${year}`, look: 'title' },
    { value: `${strategy.title}, ${strategy.organization}, ${strategy.parent}`, look: 'soft' },
    standing(document),
    ...(sha256 === null ? [] : [{ value: `SHA-256 of the signed snapshot: ${sha256}`, look: 'soft' } as const]),
    ...illustrativeLine(document),
    ...notHeldBy(document).map((value) => ({ value, look: 'soft' }) as const),
    ...statement('Summary', summary),
    ...statement('Linkage statement', jspStatement),
    { value: `Made with ${product}. The figures are those of the review; nothing is worked out here.`, look: 'soft' },
    { value: null },
  ];
};

/** The first sheet of a review. */
export const overviewSheet = (
  document: ReviewDocument,
  options: ExportOptions,
  others: readonly OtherSheet[],
): NewSheet =>
  glanceSheet({
    opening: openingLines(document, options),
    heads: ['Goal', 'Name'],
    rows: document.goals.map(({ code, shortName, rollUp }) => ({
      label: `Goal ${code}`,
      name: shortName,
      counts: rollUp,
    })),
    altText:
      'Stacked bars: how many performance indicators of each goal have each rating. The table above has the same figures.',
    others,
  });
