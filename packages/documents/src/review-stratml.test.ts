import type { ReviewDocument } from '@fbs/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDeep } from './plain-text.ts';
import { reviewToStratml } from './review-stratml.ts';
import { identifierOf } from './stratml/identifier.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';
import { schemaSays } from './testing/stratml-schema.ts';
import { allNodes, nodesCalled, readStratml, structureProblems } from './testing/stratml-structure.ts';

const options = { sha256: checksumFixture, product: 'FBS Performance 1.0' };

const report = () => readStratml(reviewToStratml(finalReviewFixture(), options));

/** Every text that people typed, replaced by one. */
const withText = (document: ReviewDocument, text: string): ReviewDocument => ({
  ...document,
  summary: text,
  jspStatement: text,
  strategy: { ...document.strategy, title: text, organization: text, vision: text },
  goals: document.goals.map((goal) => ({
    ...goal,
    shortName: text,
    statement: text,
    outlineStatement: text,
    linkages: goal.linkages.map((linkage) => ({ ...linkage, quote: text, elementLabel: text })),
    objectives: goal.objectives.map((objective) => ({
      ...objective,
      shortName: text,
      section: { ...objective.section, narrative: text, decisions: text, departureReason: text },
      indicators: objective.indicators.map((indicator) => ({
        ...indicator,
        definition: { ...indicator.definition, name: text, unit: text, section: text, definition: text },
        years: indicator.years.map((entry) => ({ ...entry, explanation: text, source: text, note: text })),
      })),
    })),
  })),
});

const extremes = [
  '=1+1',
  'العربية \u202Eשלום',
  '👩‍👩‍👧 emoji',
  'control \u0000\u0001\u001f \u007f \ud800 lone',
  '<![CDATA[ ]]> & &amp; <!-- -- > "quotes" \'apostrophes\' <script>',
  'x'.repeat(20_000),
  ' leading\tand\r\nlines ',
  '',
];

test('a review is a performance report whose parts stand in the order of the standard', () => {
  const root = report();
  expect(root.name).toBe('PerformancePlanOrReport');
  expect(root.attributes).toMatchObject({ Type: 'Performance_Report' });
  expect(structureProblems(root)).toEqual([]);
});

test('what a strategy does not say of itself leaves no gap in the words about it', () => {
  const document = finalReviewFixture();
  const bare = {
    ...document,
    strategy: { ...document.strategy, parent: '', source: { ...document.strategy.source, marking: '' } },
  };
  const xml = new TextDecoder().decode(reviewToStratml(bare, options, 'Strategic_Plan'));
  expect(xml).not.toContain('Part of the <');
  expect(xml).not.toContain(', .');
  expect(structureProblems(readStratml(new TextEncoder().encode(xml)))).toEqual([]);
});

test('the checker of that order finds what is out of order, repeated or no number', () => {
  const text = new TextDecoder().decode(reviewToStratml(finalReviewFixture(), options));
  const broken = (change: (xml: string) => string) =>
    structureProblems(readStratml(new TextEncoder().encode(change(text))));
  expect(
    broken((xml) => xml.replace(/(<Name>[^<]*<\/Name>)\n(\s*)(<Description>[^<]*<\/Description>)/, '$3$1')),
  ).not.toEqual([]);
  expect(broken((xml) => xml.replace(/<NumberOfUnits>[^<]+/, '<NumberOfUnits>1,234'))).toEqual([
    'NumberOfUnits holds "1,234"',
  ]);
  const [, second = ''] = [...text.matchAll(/<Identifier>([^<]+)/g)].map(([, id]) => id);
  expect(broken((xml) => xml.replace(/<Identifier>[^<]+/, `<Identifier>${second}`))).toEqual([
    `${second} names two things`,
  ]);
});

test('every value and target of every year stands in it with its exact digits, period and rating', () => {
  const { goals } = finalReviewFixture();
  const indicators = goals.flatMap((goal) => goal.objectives.flatMap((objective) => objective.indicators));
  const nodes = nodesCalled(report(), 'PerformanceIndicator');
  expect(nodes).toHaveLength(indicators.length);
  const numbers = (index: number, result: string) =>
    nodesCalled(nodes[index] ?? report(), result).flatMap((node) =>
      nodesCalled(node, 'NumberOfUnits').map(({ text }) => text),
    );
  indicators.forEach(({ years, definition: { baseline } }, index) => {
    const values = years.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(numbers(index, 'ActualResult')).toEqual(baseline === null ? values : [baseline.value, ...values]);
    expect(numbers(index, 'TargetResult')).toEqual(
      years.flatMap(({ target: { value } }) => (value === null ? [] : [value])),
    );
  });
  expect(nodesCalled(report(), 'DescriptorValue').map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Above target', 'Below target', 'Baseline', 'Target', 'Range', 'Not rated: not due']),
  );
});

test('a linkage is a relationship of the indicators behind it, and a line where there is none', () => {
  const root = report();
  const [indicator] = nodesCalled(root, 'PerformanceIndicator');
  expect(nodesCalled(indicator ?? root, 'Relationship').map(({ attributes }) => attributes.RelationshipType)).toEqual([
    'Narrower_Than',
    'Narrower_Than',
  ]);
  const [goal] = nodesCalled(root, 'Goal');
  expect(goal?.inside.find(({ name }) => name === 'OtherInformation')?.text).toContain('Links up to: JSP Goal 1.3');
});

test('the plan holds targets and baselines, and nothing that was reached', () => {
  const root = readStratml(reviewToStratml(finalReviewFixture(), options, 'Strategic_Plan'));
  expect(structureProblems(root)).toEqual([]);
  expect(root.attributes).toMatchObject({ Type: 'Strategic_Plan' });
  const actual = nodesCalled(root, 'ActualResult');
  expect(actual.every((node) => nodesCalled(node, 'DescriptorValue')[0]?.text === 'Baseline')).toBe(true);
  expect(nodesCalled(root, 'TargetResult').length).toBeGreaterThan(5);
  expect(
    nodesCalled(root, 'AdministrativeInformation')[0]
      ?.inside.slice(1)
      .map(({ text }) => text),
  ).toEqual(['2017-10-01', '2022-09-30', '2018-09-12']);
});

const kept = 'Value: Candor\nSubmitter: First name: Ada';
const origins = [
  { kind: 'strategy', code: '', identifier: identifierOf('elsewhere'), kept },
  { kind: 'goal', code: '1', identifier: identifierOf('elsewhere', '1'), kept: '' },
  { kind: 'goal', code: '2', identifier: '4-begins-with-a-digit', kept: 'Stakeholder: Anglers' },
  ...['1.1', '1.2'].map((code) => ({ kind: 'objective' as const, code, identifier: '_twice', kept: 'Text: x' })),
] as const;
const carrying = () =>
  reviewToStratml(finalReviewFixture(), { ...options, origins, mission: 'To serve' }, 'Strategic_Plan');

test('a plan is called what its file called it where the standard allows that, and carries its words', () => {
  const root = readStratml(carrying());
  expect(structureProblems(root)).toEqual([]);
  const said = (node: typeof root | undefined, name: string) => node?.inside.find((each) => each.name === name)?.text;
  expect(said(nodesCalled(root, 'AdministrativeInformation')[0], 'Identifier')).toBe(identifierOf('elsewhere'));
  expect(said(root, 'OtherInformation')).toMatch(/stakeholders, values, contacts[\s\S]*\nValue: Candor\nSubmitter/);
  const [first, second] = nodesCalled(root, 'Goal');
  expect(said(first, 'Identifier')).toBe(identifierOf('elsewhere', '1'));
  expect(said(first, 'OtherInformation')).toMatch(/came from: none$/);
  const own = identifierOf(finalReviewFixture().strategy.id, 'goal', '2');
  expect(said(second, 'Identifier')).toBe(own);
  expect(said(second, 'OtherInformation')).toMatch(/^Kind: [\s\S]*\nStakeholder: Anglers$/);
  expect(new TextDecoder().decode(carrying())).not.toContain('_twice');
});

test('identifiers are the same in every export, and the same in plan and report', () => {
  const ids = (type: 'Strategic_Plan' | 'Performance_Report') =>
    nodesCalled(readStratml(reviewToStratml(finalReviewFixture(), options, type)), 'Goal').map(
      (goal) => goal.inside.find(({ name }) => name === 'Identifier')?.text,
    );
  expect(ids('Strategic_Plan')).toEqual(ids('Performance_Report'));
  expect(reviewToStratml(finalReviewFixture(), options)).toEqual(reviewToStratml(finalReviewFixture(), options));
});

test('it says what StratML cannot hold, which review it is, and that a draft is one', () => {
  const about = (document: ReviewDocument) =>
    readStratml(reviewToStratml(document, options)).inside.find(({ name }) => name === 'OtherInformation')?.text ?? '';
  expect(about(finalReviewFixture())).toContain('StratML has no place for');
  expect(about(finalReviewFixture())).toContain(checksumFixture);
  expect(about(reviewFixture())).toContain('DRAFT');
  expect(about(reviewFixture())).not.toContain(checksumFixture);
});

test.each(extremes.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  'a text like %s comes through as XML can hold it',
  (_name, text) => {
    const document = withText(finalReviewFixture(), text);
    const root = readStratml(reviewToStratml(document, options));
    expect(structureProblems(root)).toEqual([]);
    const [goal] = nodesCalled(root, 'Goal');
    expect(goal?.inside.find(({ name }) => name === 'Description')?.text).toBe(cleanDeep(text));
  },
);

test('what a person wrote in the review stands without its signs', () => {
  const xml = new TextDecoder().decode(
    reviewToStratml(withText(finalReviewFixture(), '**Bold** words\n\n- an item'), options),
  );
  expect(xml).toContain('<Description>Bold words\n\n• an item</Description>');
  expect(xml).toContain('Progress: Bold words');
});

test('whatever people type, the structure holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const root = readStratml(reviewToStratml(withText(finalReviewFixture(), text), options));
      expect(structureProblems(root)).toEqual([]);
      expect(allNodes(root).length).toBeGreaterThan(100);
    }),
    { numRuns: 30 },
  );
});

test.skipIf(schemaSays === null)(
  'the schema of ANSI/AIIM 22:2017 finds report, plan, draft and every extreme text valid (asked where it lies beside the product)',
  async () => {
    const files = [
      reviewToStratml(finalReviewFixture(), options),
      reviewToStratml(finalReviewFixture(), options, 'Strategic_Plan'),
      carrying(),
      reviewToStratml(reviewFixture(), options),
      ...extremes.map((text) => reviewToStratml(withText(reviewFixture(), text), options)),
    ];
    expect(await schemaSays?.(files)).toBe('valid');
    const spoiled = new TextDecoder().decode(files[0]).replace('<StrategicPlanCore>', '<StrategicPlanCore><Name/>');
    expect(await schemaSays?.([new TextEncoder().encode(spoiled)])).not.toBe('valid');
  },
  60_000,
);
