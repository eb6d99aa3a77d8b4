import type { ReviewDocument } from '@fbs/contract';
import { expect, test } from 'vitest';
import { estimatedSizes } from './estimated-sizes.ts';
import { plainLook } from './paper-look.ts';
import { reviewToDocx } from './review-docx.ts';
import { reviewToPdf } from './review-pdf.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const product = 'FBS Performance 1.0';
const twice = (document: ReviewDocument): ReviewDocument => ({
  ...document,
  goals: [...document.goals, ...document.goals],
});
const noise = (length: number): string =>
  Buffer.from(Array.from({ length }, (_, at) => (at * 7919) % 251)).toString('base64');

test.each([
  ['a signed review', finalReviewFixture(), { sha256: checksumFixture, product }],
  ['a draft', reviewFixture(), { sha256: null, product }],
  ['a review of twice as many goals', twice(reviewFixture()), { sha256: null, product }],
  ['a strategy without goals', { ...reviewFixture(), goals: [] }, { sha256: null, product }],
  [
    'a review with a long text, in a font of the office',
    { ...reviewFixture(), summary: 'Partners were trained again. '.repeat(600) },
    { sha256: null, product, look: { ...plainLook, wordFont: 'Arial' } },
  ],
])(
  'the sizes said of %s are those of its files, within a quarter',
  async (_what, document, options) => {
    const said = estimatedSizes(document, options);
    const docx = (await reviewToDocx(document, options)).length;
    const pdf = reviewToPdf(document, options).length;
    expect(Math.abs((said.docx ?? 0) - docx) / docx).toBeLessThan(0.25);
    expect(Math.abs((said.pdf ?? 0) - pdf) / pdf).toBeLessThan(0.25);
  },
  60_000,
);

test('a seal counts with what it weighs', () => {
  const seal = { mediaType: 'image/png', data: noise(300_000), description: 'Seal', width: 8, height: 8 } as const;
  const bare = estimatedSizes(reviewFixture(), { sha256: null, product });
  const sealed = estimatedSizes(reviewFixture(), { sha256: null, product, look: { ...plainLook, seal } });
  for (const format of ['docx', 'pdf'] as const) {
    const more = (sealed[format] ?? 0) - (bare[format] ?? 0);
    expect(more).toBeGreaterThan(290_000);
    expect(more).toBeLessThan(310_000);
  }
});
