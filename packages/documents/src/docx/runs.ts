import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Run } from '../paper/blocks.ts';
import { symbolFont } from './document-styles.ts';

/** In half points. */
const smallSize = 17;

export const textRun = ({ text, bold, italic, color, symbol, small, newLine }: Run): TextRun =>
  new TextRun({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: italic } : {}),
    ...(color === undefined ? {} : { color }),
    ...(symbol ? { font: symbolFont } : {}),
    ...(small ? { size: smallSize } : {}),
    ...(newLine ? { break: 1 } : {}),
  });

/** A run, or a link around it. */
export const childOf = (run: Run): ParagraphChild =>
  run.url === undefined
    ? textRun(run)
    : new ExternalHyperlink({
        link: run.url,
        children: [
          new TextRun({
            text: run.text,
            style: 'Hyperlink',
            ...(run.bold ? { bold: run.bold } : {}),
            ...(run.italic ? { italics: run.italic } : {}),
            ...(run.newLine ? { break: 1 } : {}),
          }),
        ],
      });
