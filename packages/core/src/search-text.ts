/** What can be found, in the order in which kinds are listed where nothing is nearer than anything else. */
export const searchKinds = [
  'indicator',
  'objective',
  'goal',
  'element',
  'entry',
  'note',
  'comment',
  'review',
  'review_section',
  'person',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** How many characters one may search for, and how many words of them count. */
export const longestSearch = 200;
const mostWords = 12;

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Without accents, in small letters: as the index compares. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();

/**
 * What is looked for: each piece of the query between spaces, as the words in it. "1.2-D training" is [1 2 d] [training];
 * the words of a piece stand side by side, and its last one may go on.
 */
export const searchPieces = (query: string): string[] =>
  query
    .split(/\s+/)
    .map((piece) => (folded(piece).match(wordPattern) ?? []).join(' '))
    .filter((piece) => piece !== '')
    .slice(0, mostWords);

/** "Objective 1.2" is how people call 1.2; the word itself need not stand anywhere. */
export const withoutKind = (pieces: readonly string[]): readonly string[] =>
  pieces.length === 2 && /^(goal|objective|indicator)$/.test(pieces[0] ?? '') && /^\d/.test(pieces[1] ?? '')
    ? pieces.slice(1)
    : pieces;

export type MarkedText = readonly { readonly text: string; readonly hit: boolean }[];

type Word = { readonly text: string; readonly start: number; readonly end: number };

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(wordPattern)].map((match) => ({
    text: folded(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Whether a piece begins at a word: its words equal the text's, and its last one begins the text's. */
const standsAt = (words: readonly Word[], at: number, piece: readonly string[]): boolean =>
  piece.every((part, index) => {
    const word = words[at + index]?.text;
    return word !== undefined && (index === piece.length - 1 ? word.startsWith(part) : word === part);
  });

type Span = { readonly start: number; readonly end: number };

const hitsIn = (text: string, pieces: readonly string[]): Span[] => {
  const words = wordsOf(text);
  const wanted = pieces.map((piece) => piece.split(' '));
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const longest = Math.max(0, ...wanted.filter((piece) => standsAt(words, at, piece)).map(({ length }) => length));
    const [first, last] = [words[at], words[at + longest - 1]];
    if (longest === 0 || first === undefined || last === undefined) continue;
    spans.push({ start: first.start, end: last.end });
    at += longest - 1;
  }
  return spans;
};

const cut = (text: string, spans: readonly Span[], from: number, to: number): MarkedText => {
  const parts: { text: string; hit: boolean }[] = [];
  let at = from;
  const add = (end: number, hit: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end), hit });
    at = Math.max(at, end);
  };
  for (const { start, end } of spans) {
    if (end <= from || start >= to) continue;
    add(Math.max(start, from), false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  return parts;
};

/** The whole text, with what was looked for marked. */
export const markHits = (text: string, pieces: readonly string[]): MarkedText =>
  cut(text, hitsIn(text, pieces), 0, text.length);

/** Not within a word, nor between the halves of one character. */
const wordBoundary = (text: string, at: number, step: 1 | -1): number => {
  let place = at;
  for (let moved = 0; moved < 30 && place > 0 && place < text.length; moved += 1) {
    if (/\s/.test(text[place - 1] ?? '') || /\s/.test(text[place] ?? '')) return place;
    place += step;
  }
  const isHalf = /[\uDC00-\uDFFF]/.test(text[place] ?? '');
  return isHalf ? place - 1 : place;
};

/** About `length` characters around the first hit, marked; the beginning where there is none. */
export const excerptOf = (text: string, pieces: readonly string[], length = 180): MarkedText => {
  const line = text.replace(/\s+/g, ' ').trim();
  const spans = hitsIn(line, pieces);
  if (line.length <= length) return cut(line, spans, 0, line.length);
  const lead = Math.floor(length / 3);
  const wished = Math.min(Math.max(0, (spans[0]?.start ?? 0) - lead), line.length - length);
  const from = wished === 0 ? 0 : wordBoundary(line, wished, 1);
  const to = from + length >= line.length ? line.length : wordBoundary(line, from + length, -1);
  const dots = { text: '\u2026', hit: false };
  return [...(from > 0 ? [dots] : []), ...cut(line, spans, from, to), ...(to < line.length ? [dots] : [])];
};
