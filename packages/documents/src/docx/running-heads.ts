import type { ReviewDocument } from '@fbs/contract';
import { BorderStyle, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { palette } from '../palette.ts';
import { colored, run } from './blocks.ts';
import { reviewTitle } from './title-page.ts';

const tab = (): TextRun => new TextRun({ children: ['\t'] });
const rule = { style: BorderStyle.SINGLE, size: 4, color: palette.line, space: 4 } as const;

const draftRun = ({ draft }: ReviewDocument): TextRun[] =>
  draft ? [tab(), colored('DRAFT: not signed off', palette.alarm)] : [];

export const runningHeader = (document: ReviewDocument): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'RunningHead',
        border: { bottom: rule },
        children: [run(`${reviewTitle(document)}, ${document.strategy.title}`), ...draftRun(document)],
      }),
    ],
  });

/** Version and checksum on every page, so that a single sheet can be traced to its record. */
export const runningFooter = (document: ReviewDocument, sha256: string | null): Footer => {
  const state = document.draft ? 'DRAFT' : 'final';
  const pages = new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const checksum =
    !document.draft && sha256 !== null
      ? [new Paragraph({ style: 'RunningHead', children: [run(`SHA-256 ${sha256}`)] })]
      : [];
  return new Footer({
    children: [
      new Paragraph({
        style: 'RunningHead',
        border: { top: rule },
        children: [
          run(`${document.strategy.acronym}, version ${document.number}, `),
          document.draft ? colored(state, palette.alarm) : run(state),
          pages,
        ],
      }),
      ...checksum,
    ],
  });
};
