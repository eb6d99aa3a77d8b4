import { expect, test } from 'vitest';
import { mergeTexts } from './merge-texts.ts';

const before = 'First.\n\nSecond.\n\nThird.';

test.each([
  [
    'different paragraphs',
    'First, mine.\n\nSecond.\n\nThird.',
    'First.\n\nSecond.\n\nThird, theirs.',
    'First, mine.\n\nSecond.\n\nThird, theirs.',
  ],
  [
    'one adds, one changes',
    `${before}\n\nFourth.`,
    'First, theirs.\n\nSecond.\n\nThird.',
    'First, theirs.\n\nSecond.\n\nThird.\n\nFourth.',
  ],
  [
    'one removes, one changes elsewhere',
    'First.\n\nSecond.',
    'First, theirs.\n\nSecond.\n\nThird.',
    'First, theirs.\n\nSecond.',
  ],
  ['both wrote the same', 'First.\n\nSame.\n\nThird.', 'First.\n\nSame.\n\nThird.', 'First.\n\nSame.\n\nThird.'],
  [
    'neighbours',
    'First, mine.\n\nSecond.\n\nThird.',
    'First.\n\nSecond, theirs.\n\nThird.',
    'First, mine.\n\nSecond, theirs.\n\nThird.',
  ],
  ['only I wrote', 'Mine.', before, 'Mine.'],
])('%s: both stand', (_, mine, theirs, merged) => {
  expect(mergeTexts(before, mine, theirs)).toBe(merged);
});

test('the same paragraph written by both is for a person to decide', () => {
  expect(mergeTexts(before, 'First, mine.\n\nSecond.\n\nThird.', 'First, theirs.\n\nSecond.\n\nThird.')).toBeNull();
  expect(mergeTexts('', 'Mine.', 'Theirs.')).toBeNull();
});
