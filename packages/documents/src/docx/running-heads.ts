import { BorderStyle, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { palette } from '../palette.ts';
import { colored, run } from '../paper/blocks.ts';
import type { Paper } from '../paper/review-paper.ts';
import { textRun } from './runs.ts';

const rule = { style: BorderStyle.SINGLE, size: 4, color: palette.line, space: 4 } as const;

const draftRuns = ({ draft }: Paper): TextRun[] =>
  draft ? [new TextRun({ children: ['\t'] }), textRun(colored('DRAFT: not signed off', palette.alarm))] : [];

export const runningHeader = (paper: Paper): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'RunningHead',
        border: { bottom: rule },
        children: [textRun(run(paper.head)), ...draftRuns(paper)],
      }),
    ],
  });

/** Version and checksum on every page, so that a single sheet can be traced to its record. */
export const runningFooter = ({ draft, foot, checksum }: Paper): Footer => {
  const state = draft ? colored('DRAFT', palette.alarm) : run('final');
  const pages = new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const sheetChecksum =
    checksum === null ? [] : [new Paragraph({ style: 'RunningHead', children: [textRun(run(`SHA-256 ${checksum}`))] })];
  return new Footer({
    children: [
      new Paragraph({
        style: 'RunningHead',
        border: { top: rule },
        children: [textRun(run(`${foot}, `)), textRun(state), pages],
      }),
      ...sheetChecksum,
    ],
  });
};
