import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, type MarkedText, markHits, searchPieces, withoutKind } from './search-text.ts';

const joined = (marked: MarkedText): string => marked.map(({ text }) => text).join('');
const hits = (marked: MarkedText): string[] => marked.filter(({ hit }) => hit).map(({ text }) => text);

describe('what is looked for', () => {
  it.each([
    ['1.2-D', ['1 2 d']],
    ['jsp 1.3', ['jsp', '1 3']],
    ['  Traf\u00adficking  VICTIMS ', ['traf ficking', 'victims']],
    ['Caf\u00e9', ['cafe']],
    ['"a" OR b*', ['a', 'or', 'b']],
    ['\u{1F642} -- !', []],
    ['\u0645\u0631\u062d\u0628\u0627', ['\u0645\u0631\u062d\u0628\u0627']],
    ['\ud55c\uad6d', ['\ud55c\uad6d']],
    ['', []],
  ])('in %j is %j', (query, pieces) => {
    expect(searchPieces(query)).toEqual(pieces);
  });

  it('holds nothing but letters, digits and single spaces, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        const pieces = searchPieces(query);
        expect(pieces.length).toBeLessThanOrEqual(12);
        for (const piece of pieces) expect(piece).toMatch(/^[\p{L}\p{N}\p{M}]+( [\p{L}\p{N}\p{M}]+)*$/u);
      }),
    );
  });
});

describe('a code with its kind', () => {
  it.each([
    ['objective 1.2', ['1 2']],
    ['Goal 3', ['3']],
    ['goal setting', ['goal', 'setting']],
    ['goal', ['goal']],
    ['goal 3 results', ['goal', '3', 'results']],
  ])('in %j is looked for as %j', (query, pieces) => {
    expect(withoutKind(searchPieces(query))).toEqual(pieces);
  });
});

describe('hits', () => {
  it.each([
    ['Trafficking in persons', 'traff', ['Trafficking']],
    ['One trafficker, two traffickers', 'traffickers', ['traffickers']],
    ['Caf\u00e9 and cafe', 'caf\u00c9', ['Caf\u00e9', 'cafe']],
    ['1.2-D and 1.2 and 11.2', '1.2', ['1.2', '1.2']],
    ['a <b>bold</b> word', 'b', ['b', 'bold', 'b']],
    ['nothing here', 'zebra', []],
  ])('in %j for %j are %j', (text, query, expected) => {
    const marked = markHits(text, searchPieces(query));
    expect(hits(marked)).toEqual(expected);
    expect(joined(marked)).toBe(text);
  });

  it('leave the text as it is, however it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 20 }), (text, query) => {
        expect(joined(markHits(text, searchPieces(query)))).toBe(text);
      }),
    );
  });
});

describe('an excerpt', () => {
  const long = `${'first words '.repeat(40)}the pandemic came ${'last words '.repeat(40)}`;

  it('shows the first hit with what stands around it, and says that it is a part', () => {
    const excerpt = excerptOf(long, ['pandem'], 80);
    expect(hits(excerpt)).toEqual(['pandemic']);
    expect(joined(excerpt)).toMatch(/^\u2026.*words the pandemic came last.*\u2026$/);
    expect(joined(excerpt).length).toBeLessThanOrEqual(84);
  });

  it('begins at the beginning where nothing was hit', () => {
    expect(joined(excerptOf(long, ['zebra'], 40))).toMatch(/^first words/);
  });

  it('is a part of the text on one line, and never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 8 }), (text, query) => {
        const excerpt = joined(excerptOf(text, searchPieces(query), 60)).replace(/^\u2026|\u2026$/g, '');
        expect(text.replace(/\s+/g, ' ').trim()).toContain(excerpt);
        expect(excerpt.length).toBeLessThanOrEqual(61);
      }),
    );
  });
});
