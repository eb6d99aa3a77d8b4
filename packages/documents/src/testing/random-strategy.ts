import type { DocumentIndicator, ReviewDocument } from '@fbs/contract';
import fc from 'fast-check';
import { indicatorFixture } from './indicator-fixture.ts';
import { goalFixture, objectiveFixture, reviewFixture } from './review-fixture.ts';

/** What people paste that files have been broken by. */
export const extremeTexts: Readonly<Record<string, string>> = {
  'right to left': 'مرحبا بالعالم \u202eabc\u202c שלום',
  emoji: 'done 👩‍💻 🇺🇸 👍🏽 end',
  '20,000 characters': 'long '.repeat(4000),
  'control characters': 'a\u0000b\u0007c\u001bd\u0085e\uffff f\ud800',
  'a leading =': '=HYPERLINK("https://example.org","x")',
  'a leading +': '+1+1',
  'a leading -': "-2+3+cmd|' /C calc'!A0",
  'a leading @': '@SUM(A1)',
  'a leading tab': '\t=1+1',
  markup: ']]> <w:p/> &#0; <!-- {{x}} #let $x$',
};

const figure = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(String),
  fc.constantFrom('0', '0.1', '123456789.012345', '-0.000001', '99.9'),
);
const words = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom(...Object.values(extremeTexts)),
  )
  // what a name has to have: a letter that can be seen
  .map((text) => `${text}\u00b7`);

const indicatorOf = (code: string) =>
  fc
    .record({ name: words, value: figure, target: figure, before: figure, explanation: words })
    .map(({ name, value, target, before, explanation }) =>
      indicatorFixture({
        code,
        name,
        definition: { definition: name, limitations: explanation, unit: name },
        years: {
          2021: { value: before, target, explanation },
          2022: { value, target, explanation, note: name, source: explanation },
        },
      }),
    );

/** One indicator for each of the texts above, with the text as the explanation of its value. */
const extremeIndicators = (): DocumentIndicator[] =>
  Object.values(extremeTexts).map((explanation, at) =>
    indicatorFixture({
      code: `9.1-${String.fromCharCode(65 + at)}`,
      name: 'Extreme',
      years: { 2021: { value: '1' }, 2022: { value: '3', target: '2', explanation } },
    }),
  );

const several = <T>(most: number, make: (at: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc
    .integer({ min: 0, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => make(at + 1))) as fc.Arbitrary<T[]>);

const objectiveOf = (code: string) =>
  fc
    .record({ text: words, indicators: several(3, (at) => indicatorOf(`${code}-${String.fromCharCode(64 + at)}`)) })
    .map(({ text, indicators }) =>
      objectiveFixture({
        code,
        shortName: text,
        statement: text,
        indicators,
        section: { narrative: text, decisions: text, departureReason: text },
      }),
    );

const goalOf = (at: number) =>
  fc
    .record({ text: words, objectives: several(3, (place) => objectiveOf(`${at}.${place}`)) })
    .map(({ text, objectives }) => goalFixture({ code: String(at), shortName: text, statement: text, objectives }));

/** A review of a strategy with any number of parts, any texts and any figures; every extreme text stands in it. */
export const randomReview: fc.Arbitrary<ReviewDocument> = fc
  .record({ goals: several(3, goalOf), summary: words, title: words })
  .map(({ goals, summary, title }) => {
    const review = reviewFixture();
    const extreme = goalFixture({
      code: '9',
      shortName: 'Extreme',
      statement: 'Every text that files have been broken by',
      objectives: [
        objectiveFixture({ code: '9.1', shortName: 'Extreme', statement: 'Extreme', indicators: extremeIndicators() }),
      ],
    });
    return { ...review, goals: [...goals, extreme], summary, strategy: { ...review.strategy, title } };
  });

/** The code of the indicator that is explained by an extreme text, by what the text is. */
export const codeOfExtreme = (what: string): string =>
  `9.1-${String.fromCharCode(65 + Object.keys(extremeTexts).indexOf(what))}`;
