import { readRichText, type TextPart, type TextSpan } from './rich-text.ts';

const wordsOf = (spans: readonly TextSpan[]): string =>
  spans.map(({ text, url }) => (url === undefined || url === text ? text : `${text} (${url})`)).join('');

const linesOf = (part: TextPart): string =>
  part.kind === 'list'
    ? part.items.map((item, at) => `${part.ordered ? `${at + 1}.` : '•'} ${wordsOf(item)}`).join('\n')
    : wordsOf(part.spans);

/** A longer text without its signs, for where letters have no looks: items on lines of their own, links with their address. */
export const richTextWords = (text: string): string =>
  readRichText(text).reduce((lines, part, at, parts) => {
    if (at === 0) return linesOf(part);
    const isBelowHeading = parts[at - 1]?.kind === 'heading';
    return `${lines}${isBelowHeading ? '\n' : '\n\n'}${linesOf(part)}`;
  }, '');
