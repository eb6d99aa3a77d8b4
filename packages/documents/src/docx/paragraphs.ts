import { AlignmentType, Paragraph } from 'docx';
import type { Paragraph as ParagraphBlock } from '../paper/blocks.ts';
import { childOf } from './runs.ts';

/** A paragraph or an item of a list, in the style of its name. */
export const paragraphOf = (block: ParagraphBlock): Paragraph => {
  const children = block.runs.map(childOf);
  if (block.kind === 'paragraph') {
    return new Paragraph({
      style: block.style,
      ...(block.right ? { alignment: AlignmentType.RIGHT } : {}),
      children,
    });
  }
  const reference = block.style === 'TableText' ? 'cell-bullets' : 'bullets';
  return new Paragraph({ style: block.style, numbering: { reference, level: 0 }, children });
};
