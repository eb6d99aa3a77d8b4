import {
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Paragraph,
  SequentialIdentifier,
  TableOfContents,
  TextRun,
} from 'docx';
import { chartPng } from '../chart-png.ts';
import { type Block, run, strong } from '../paper/blocks.ts';
import { sealSize } from '../paper-look.ts';
import { paragraphOf } from './paragraphs.ts';
import { childOf, textRun } from './runs.ts';
import { tableOf } from './tables.ts';

type Child = ISectionOptions['children'][number];

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

const pictureOf = ({ name, chart, description }: Extract<Block, { kind: 'picture' }>): Paragraph => {
  const { png, width, height } = chartPng(chart, description);
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width, height },
    altText: { name, description },
  });
  return new Paragraph({ style: 'Figure', children: [picture] });
};

const pixelsPerInch = 96;

const sealOf = ({ seal }: Extract<Block, { kind: 'seal' }>): Paragraph => {
  const { width, height } = sealSize(seal);
  const picture = new ImageRun({
    type: seal.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(seal.data, 'base64'),
    transformation: { width: width * pixelsPerInch, height: height * pixelsPerInch },
    altText: { name: 'Seal', description: seal.description },
  });
  return new Paragraph({ style: 'Normal', children: [picture] });
};

/** What Word makes of a block: real headings, lists, tables, captions that it can list, and a table of contents. */
const childrenOf = (block: Block, list: number): Child[] => {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: 'Title', children: block.runs.map(childOf) })];
    case 'heading': {
      const onNewPage = block.onNewPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {};
      return [
        new Paragraph({ heading: headingLevels[block.level], children: [textRun(run(block.text))], ...onNewPage }),
      ];
    }
    case 'fact': {
      const tab = new TextRun({ children: ['\t'] });
      return [
        new Paragraph({ style: 'Fact', children: [textRun(strong(block.name)), tab, ...block.runs.map(childOf)] }),
      ];
    }
    case 'caption': {
      const number = new SequentialIdentifier(block.of);
      const words = [textRun(run(`${block.of} `)), number, textRun(run(`. ${block.text}`))];
      return [new Paragraph({ style: 'Caption', children: words })];
    }
    case 'picture':
      return [pictureOf(block)];
    case 'seal':
      return [sealOf(block)];
    case 'table':
      return [tableOf(block)];
    case 'contents':
      return [
        new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [textRun(run(block.heading))] }),
        new TableOfContents(block.heading, { hyperlink: true, headingStyleRange: '1-2' }),
      ];
    default:
      return [paragraphOf(block, list)];
  }
};

const isNumbered = (block: Block | undefined): boolean => block?.kind === 'bullet' && block.ordered === true;

/** The whole paper; items that follow each other are one numbered list. */
export const docxBlocks = (blocks: readonly Block[]): Child[] => {
  let list = 0;
  return blocks.flatMap((block, index) => {
    if (isNumbered(block) && !isNumbered(blocks[index - 1])) list += 1;
    return childrenOf(block, list);
  });
};
