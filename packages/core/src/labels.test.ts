import { expect, test } from 'vitest';
import * as labels from './labels.ts';
import { ratingWords } from './rating-words.ts';
import * as resultLabels from './result-labels.ts';
import { ratings } from './vocabulary.ts';

test('every label is in sentence case and shows no code', () => {
  for (const words of Object.values({ ...labels, ...resultLabels })) {
    for (const label of Object.values(words)) expect(label).toMatch(/^[A-Z][^_]*$/);
  }
});

test('the words inside sentences are those of the screens', () => {
  for (const rating of ratings) expect(resultLabels.ratingLabels[rating].toLowerCase()).toBe(ratingWords[rating]);
});
