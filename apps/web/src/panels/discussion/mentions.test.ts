import { expect, test } from 'vitest';
import { askedAt, mentionedIn, partsOf, peopleMatching, withMention } from './mentions.ts';

const dana = { id: 'dana', name: 'Dana Whitfield' };
const ann = { id: 'ann', name: 'Ann Lee' };
const anna = { id: 'anna', name: 'Ann Lee Park' };
const people = [dana, ann, anna];

test.each([
  ['@', 1, { start: 0, typed: '' }],
  ['Ask @da', 7, { start: 4, typed: 'da' }],
  ['Ask (@Dana W', 12, { start: 5, typed: 'Dana W' }],
  ['Ask @da now', 7, { start: 4, typed: 'da' }],
  ['first\n@an', 9, { start: 6, typed: 'an' }],
  ['Ask @Dana ', 10, null],
  ['@ x', 3, null],
  ['me@state.gov', 12, null],
  ['Ask da', 6, null],
  ['@line\nnext', 10, null],
] as const)('%j at %i asks for %j', (text, caret, asked) => {
  expect(askedAt(text, caret)).toEqual(asked);
});

test('a person is found by the beginning of the name or of one of its words', () => {
  expect(peopleMatching(people, 'whit')).toEqual([dana]);
  expect(peopleMatching(people, 'ANN L')).toEqual([ann, anna]);
  expect(peopleMatching(people, 'field')).toEqual([]);
  expect(peopleMatching(people, '')).toEqual(people);
});

test.each([
  ['Ask @da', { start: 4, typed: 'da' }, 'Ask @Dana Whitfield ', 20],
  ['Ask @da now', { start: 4, typed: 'da' }, 'Ask @Dana Whitfield now', 20],
  ['Ask @da, please', { start: 4, typed: 'da' }, 'Ask @Dana Whitfield, please', 19],
] as const)('in %j the name takes the place of what was typed', (text, asked, written, caret) => {
  expect(withMention(text, asked, dana.name)).toEqual({ text: written, caret });
});

test('a text mentions whom it names after an @, the longer name first, and nobody by half a name', () => {
  expect(mentionedIn('@Ann Lee Park and @Dana Whitfield.', people)).toEqual(['dana', 'anna']);
  expect(mentionedIn('@Ann Lee', people)).toEqual(['ann']);
  expect(mentionedIn('@Ann Leeds, @Dana, Dana Whitfield', people)).toEqual([]);
});

test.each(['', '@', '@@Ann Lee@', '@Ann Lee@Ann Lee Park', 'x@Dana Whitfield\n @Ann Leeds ', 'no mention'])(
  'cutting %j at its mentions loses nothing of it',
  (text) => {
    const parts = partsOf(text, people);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.every((part) => part.text !== '')).toBe(true);
  },
);
