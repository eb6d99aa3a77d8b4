import type { ReviewDocument } from '@fbs/contract';
import { fiscalYearEnd, fiscalYearStart, reviewStateLabels } from '@fbs/core';
import { dayWords, fiscalYearWords, instantWords } from '../day-words.ts';
import type { ExportOptions } from '../export-options.ts';
import { palette } from '../palette.ts';
import { type PaperLook, plainLook } from '../paper-look.ts';
import { type Block, checksumFact, colored, fact, type Paragraph, paragraph, run, strong } from './blocks.ts';

export const reviewTitle = (document: ReviewDocument): string => `Annual review ${fiscalYearWords(document.year)}`;

export const titleBlock = (title: string, isDraft: boolean): Block => ({
  kind: 'title',
  runs: [run(title), ...(isDraft ? [colored(' DRAFT', palette.alarm)] : [])],
});

const stateFacts = (document: ReviewDocument, sha256: string | null): Block[] => {
  const { signOff } = document;
  if (document.draft || signOff === null) return [];
  return [fact('Signed off by', `${signOff.person} on ${instantWords(signOff.at)}`), checksumFact(sha256)];
};

const facts = (document: ReviewDocument, sha256: string | null): Block[] => {
  const { strategy, year } = document;
  const { source } = strategy;
  return [
    fact(
      'State',
      document.draft ? `${reviewStateLabels[document.state]}, not signed off` : reviewStateLabels[document.state],
    ),
    fact('Version', String(document.number)),
    fact('Date', `As of ${instantWords(document.asOf)}`),
    fact('Year', `${fiscalYearWords(year)}: ${dayWords(fiscalYearStart(year))} to ${dayWords(fiscalYearEnd(year))}`),
    fact(
      'Strategy',
      [
        source.title,
        `approved ${dayWords(source.approvedOn)}, last updated ${dayWords(source.lastUpdatedOn)}`,
        ...(source.marking === '' ? [] : [source.marking]),
      ].join('; '),
    ),
    ...stateFacts(document, sha256),
  ];
};

const illustrativeNotice = ({ illustrative: { figures, texts } }: ReviewDocument): Paragraph[] => {
  if (figures + texts === 0) return [];
  const counts = `${figures} ${figures === 1 ? 'figure' : 'figures'} and ${texts} ${texts === 1 ? 'text' : 'texts'} of this review`;
  return [
    paragraph(
      'Notice',
      strong('Figures marked † are illustrative: invented for evaluation.'),
      ` The same mark stands on illustrative texts. It applies to ${counts}. Ratings and counts that rest on illustrative figures are illustrative as well.`,
    ),
  ];
};

/** What the office put at the head of its papers. */
export const sealBlocks = ({ seal }: PaperLook): Block[] => (seal === null ? [] : [{ kind: 'seal', seal }]);

/** The office's own words on the cover, line by line; blank lines part paragraphs. */
export const coverBlocks = ({ coverText }: PaperLook): Block[] => {
  const parts = coverText
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').map((line) => line.trim()))
    .filter((lines) => lines.some((line) => line !== ''));
  return parts.map((lines, at) => ({
    kind: 'paragraph',
    style: at === parts.length - 1 ? 'CoverText' : 'Normal',
    runs: lines.map((text, index) => (index === 0 ? { text } : { text, newLine: true as const })),
  }));
};

export const titlePage = (document: ReviewDocument, { sha256, look = plainLook }: ExportOptions): Block[] => {
  const { strategy } = document;
  return [
    ...sealBlocks(look),
    paragraph('Cover', strategy.parent),
    paragraph('Overline', `${strategy.organization} (${strategy.acronym})`),
    titleBlock(reviewTitle(document), document.draft),
    paragraph('Subtitle', strategy.title),
    ...coverBlocks(look),
    ...(document.draft
      ? [
          paragraph(
            'DraftNotice',
            colored('DRAFT.', palette.alarm),
            ' Not signed off: figures, ratings and texts may still change.',
          ),
        ]
      : []),
    ...facts(document, sha256),
    ...illustrativeNotice(document),
  ];
};

export const contents = (): Block[] => [{ kind: 'contents', heading: 'Contents' }];
