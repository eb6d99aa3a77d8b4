import type { ReviewDocument } from '@fbs/contract';
import { accumulations, directions, indicatorKinds, indicatorLevels, indicatorRoles, periodBases } from '@fbs/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewToStratml } from '../review-stratml.ts';
import { checksumFixture, finalReviewFixture } from '../testing/review-fixture.ts';
import { readStrategyFile } from './read-strategy-file.ts';

const options = { sha256: checksumFixture, product: 'FBS Performance 1.0' };
const fixture = finalReviewFixture();

/** Typed text as our own forms keep it; nothing that XML cannot hold, and no line that looks like one of ours. */
const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength }).map((each) =>
    each
      .replace(/[^\S ]|[\u007f-\u009f]|:/g, ' ')
      .trim()
      .replace(/^$/, 'x'),
  );

const [goal] = fixture.goals;
const [objective] = goal?.objectives ?? [];
const [indicator] = objective?.indicators ?? [];
if (goal === undefined || objective === undefined || indicator === undefined) throw new Error('the fixture is empty');

const definitions = fc
  .record({
    name: text(120),
    definition: text(300),
    unit: text(30),
    kind: fc.constantFrom(...indicatorKinds),
    direction: fc.constantFrom(...directions),
    level: fc.constantFrom(...indicatorLevels),
    role: fc.constantFrom(...indicatorRoles),
    periodBasis: fc.constantFrom(...periodBases),
    section: fc.constantFrom('IP', 'RPA', 'PEIA'),
    accumulation: fc.constantFrom(...accumulations),
    decimals: fc.nat(6),
    tolerance: fc.nat(50).map(String),
    dataSource: text(60),
    collectionMethod: fc.option(text(60)),
    frequency: fc.option(text(30)),
    limitations: fc.option(text(60)),
    baseline: fc.option(
      fc.record({ value: fc.integer().map(String), period: fc.constant('FY 2017'), source: text(60) }),
    ),
  })
  .map((said) => ({
    ...indicator.definition,
    ...said,
    ...{ owner: null, dueRule: null },
    decimals: said.kind === 'milestone' ? 0 : said.decimals,
    tolerance: said.direction === 'maintain' ? said.tolerance : null,
    cumulativeSince: said.accumulation === 'cumulative' ? '2018-10-01' : null,
    ...{ disaggregations: [], computed: null, reference: { vocabulary: 'Foreign assistance', code: 'PS.5.1-28' } },
    ...{ dataQuality: { items: {}, standards: {} }, status: 'proposed' as const },
    baseline: said.kind === 'narrative' || said.kind === 'milestone' ? null : said.baseline,
  }));

const strategies = fc
  .record({
    title: text(80),
    vision: text(200),
    goals: fc.array(
      fc.record({
        shortName: text(60),
        statement: text(300),
        kind: fc.constantFrom('bureau', 'management'),
        objectives: fc.array(
          fc.record({ shortName: text(60), statement: text(300), indicators: fc.array(definitions, { maxLength: 3 }) }),
          { maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(
    ({ title, vision, goals }): ReviewDocument => ({
      ...fixture,
      strategy: { ...fixture.strategy, title, vision },
      linkages: [],
      goals: goals.map((each, g) => ({
        ...{ ...goal, ...each, code: `${g + 1}`, linkages: [] },
        objectives: each.objectives.map((one, o) => ({
          ...{ ...objective, ...one, code: `${g + 1}.${o + 1}` },
          indicators: one.indicators.map((definition, i) => ({
            ...{ ...indicator, definition, code: `${g + 1}.${o + 1}-${String.fromCharCode(65 + i)}` },
          })),
        })),
      })),
    }),
  );

/** What a plan says of itself that a reader is to find again. */
const shapeOf = ({ strategy, goals }: ReviewDocument) => ({
  head: [
    strategy.title,
    strategy.vision,
    strategy.organization,
    strategy.acronym,
    strategy.firstYear,
    strategy.lastYear,
  ],
  goals: goals.map(({ code, kind, shortName, statement, objectives }) => ({
    ...{ code, kind, shortName, statement },
    objectives: objectives.map((each) => ({
      ...{ code: each.code, shortName: each.shortName, statement: each.statement },
      indicators: each.indicators.map((one) => ({ code: one.code, definition: one.definition })),
    })),
  })),
});

const readBack = async (bytes: Uint8Array) => {
  const answer = await readStrategyFile(bytes);
  if ('refused' in answer) throw new Error(answer.refused);
  const { head, goals } = answer.file;
  return {
    head: [head.title, head.vision, head.organization, head.acronym, head.firstYear, head.lastYear],
    goals: goals.map(({ code, kind, shortName, statement, objectives }) => ({
      ...{ code, kind, shortName, statement },
      objectives: objectives.map((each) => ({
        ...{ code: each.code, shortName: each.shortName, statement: each.statement },
        indicators: each.indicators.map((one) => ({ code: one.code, definition: one.definition })),
      })),
    })),
  };
};

test('whatever strategy our own export writes as StratML comes back equal', async () => {
  await fc.assert(
    fc.asyncProperty(strategies, async (document) => {
      expect(await readBack(reviewToStratml(document, options, 'Strategic_Plan'))).toEqual(shapeOf(document));
    }),
    { numRuns: 60 },
  );
});

test('a report holds the same strategy as the plan, and only its own year', async () => {
  const plan = await readBack(reviewToStratml(fixture, options, 'Strategic_Plan'));
  const report = await readBack(reviewToStratml(fixture, options, 'Performance_Report'));
  expect(report.goals).toEqual(plan.goals);
  expect(report.head.slice(0, 4)).toEqual(plan.head.slice(0, 4));
  expect(report.head.slice(4)).toEqual([fixture.year, fixture.year]);
});

test('a review as JSON holds the same strategy as its StratML', async () => {
  const json = await readBack(new TextEncoder().encode(JSON.stringify(fixture)));
  const plan = await readBack(reviewToStratml(fixture, options, 'Strategic_Plan'));
  expect(json.head).toEqual(plan.head);
  expect(json.goals.map(({ shortName }) => shortName)).toEqual(plan.goals.map(({ shortName }) => shortName));
});
