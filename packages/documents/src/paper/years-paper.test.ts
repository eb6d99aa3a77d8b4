import { expect, test } from 'vitest';
import { yearsToDocx } from '../review-docx.ts';
import { yearsToPdf } from '../review-pdf.ts';
import { readDocx } from '../testing/read-docx.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from '../testing/review-fixture.ts';

const product = 'FBS Performance Dashboard';
const signed = { document: { ...finalReviewFixture(), year: 2021 }, sha256: checksumFixture };
const draft = { document: reviewFixture(), sha256: null };

test('every year has its counts, its assessments and its figures beside each other', async () => {
  const { tables, text, paragraphs } = readDocx(await yearsToDocx([signed, draft], product));
  expect(tables[0]?.map((row) => row[0])).toEqual(['Year', 'FY 2021', 'FY 2022']);
  expect(tables[1]?.[0]).toEqual(['Objective', 'FY 2021', 'FY 2022']);
  const figures = tables.flat().find((row) => row[0]?.startsWith('1.2-D'));
  expect(figures).toHaveLength(3);
  expect(figures?.[2]).toContain('10,412');
  expect(figures?.[2]).toContain('Above target');
  expect(text).toContain(checksumFixture);
  expect(paragraphs.filter(({ style }) => style === 'Heading1').map(({ text: words }) => words)).toEqual([
    'Results by year',
    'Goal 1: Prosecution',
    'Goal 2: Protection',
    'The reviews behind this paper',
  ]);
});

test('says which years are drafts, and of none where all are signed', async () => {
  const mixed = readDocx(await yearsToDocx([signed, draft], product)).text;
  expect(mixed).toContain('Not signed off: FY 2022.');
  expect(mixed).toMatch(/at a glance DRAFT\n/);
  const all = readDocx(await yearsToDocx([signed], product)).text;
  expect(all).not.toContain('DRAFT');
});

test('leaves out the vision where the strategy has none', async () => {
  const whole = readDocx(await yearsToDocx([signed], product)).text;
  expect(whole).toContain('Vision');
  const { document } = signed;
  const without = { ...signed, document: { ...document, strategy: { ...document.strategy, vision: '' } } };
  expect(readDocx(await yearsToDocx([without], product)).text).not.toContain('Vision');
});

test('names the figure that a later review has for an earlier year', async () => {
  const later = finalReviewFixture();
  const withEarlier = {
    ...later,
    goals: later.goals.map((goal) => ({
      ...goal,
      objectives: goal.objectives.map((objective) => ({
        ...objective,
        indicators: objective.indicators.map((indicator) =>
          indicator.code === '1.2-D'
            ? { ...indicator, years: [{ ...indicator.entry, year: 2021, value: '777' }, indicator.entry] }
            : indicator,
        ),
      })),
    })),
  };
  const earlier = { ...finalReviewFixture(), year: 2021 };
  const own = {
    ...earlier,
    goals: earlier.goals.map((goal) => ({
      ...goal,
      objectives: goal.objectives.map((objective) => ({
        ...objective,
        indicators: objective.indicators.map((one) => ({ ...one, entry: { ...one.entry, year: 2021 } })),
      })),
    })),
  };
  const reviews = [
    { document: own, sha256: checksumFixture },
    { document: withEarlier, sha256: checksumFixture },
  ];
  expect(readDocx(await yearsToDocx(reviews, product)).text).toContain('later restated: 777');
});

test('is an accessible PDF as well', () => {
  expect(Buffer.from(yearsToPdf([signed, draft], product)).toString('latin1')).toContain('<pdfuaid:part>1');
});
