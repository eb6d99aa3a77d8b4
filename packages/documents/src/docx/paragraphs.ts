import { AlignmentType, Paragraph } from 'docx';
import type { Paragraph as ParagraphBlock } from '../paper/blocks.ts';
import { childOf } from './runs.ts';

/** A paragraph or an item of a list, in the style of its name. `list` tells numbered lists apart: each begins with 1. */
export const paragraphOf = (block: ParagraphBlock, list = 0): Paragraph => {
  const children = block.runs.map(childOf);
  if (block.kind === 'paragraph') {
    return new Paragraph({
      style: block.style,
      ...(block.right ? { alignment: AlignmentType.RIGHT } : {}),
      children,
    });
  }
  if (block.ordered) {
    const numbering = { reference: 'numbers', level: 0, instance: list };
    return new Paragraph({ style: block.style, numbering, children });
  }
  const reference = block.style === 'TableText' ? 'cell-bullets' : 'bullets';
  return new Paragraph({ style: block.style, numbering: { reference, level: 0 }, children });
};
