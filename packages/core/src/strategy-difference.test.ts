import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitStrategy } from './fit-strategy.ts';
import { indicatorsOf, matchStrategy, type NowStrategy, objectivesOf } from './match-strategy.ts';
import { type MergePlan, planMerge } from './merge-strategy.ts';
import type { MergeChoice } from './merged-words.ts';
import { compareStrategy } from './strategy-difference.ts';
import type { FileStrategy, SaidStrategy } from './strategy-file.ts';
import { findInTree } from './strategy-tree.ts';

type Branch = {
  readonly name: string;
  readonly id?: string;
  readonly code?: string;
  readonly leaves?: readonly string[];
};
type Root = {
  readonly name: string;
  readonly id?: string;
  readonly code?: string;
  readonly branches: readonly Branch[];
};

const words = { kept: [], statement: 'What it says', justificationSummary: null, kind: null } as const;

/** A strategy of goals, objectives and indicators; each is called after its name unless it says otherwise. */
const said = (roots: readonly Root[]): SaidStrategy => ({
  identifier: null,
  kept: [],
  head: {
    ...{ title: 'Plan', organization: 'Office', acronym: 'OF', vision: 'See', missionSummary: null },
    ...{ firstYear: 2023, lastYear: 2027 },
  },
  sections: [],
  goals: roots.map(({ name, id, code, branches }) => ({
    ...{ ...words, identifier: id ?? name, code: code ?? null, shortName: name },
    objectives: branches.map((branch) => ({
      ...{ ...words, identifier: branch.id ?? branch.name, code: branch.code ?? null, shortName: branch.name },
      indicators: (branch.leaves ?? []).map((leaf) => {
        const [called = '', unit = 'people'] = leaf.split('/');
        return {
          identifier: called,
          code: null,
          kept: [],
          definition: { name: called, unit, direction: 'increase' as const },
        };
      }),
    })),
  })),
});

const fileOf = (roots: readonly Root[]): FileStrategy => {
  const fitted = fitStrategy(said(roots));
  if ('refused' in fitted) throw new Error(fitted.refused);
  return fitted.file;
};

/** What a file becomes once it is saved; `held` names indicators with figures. */
const savedOf = (file: FileStrategy | MergePlan, held: readonly string[] = []): NowStrategy => ({
  head: file.head as NowStrategy['head'],
  kept: file.kept,
  sections: ['OF'],
  goals: file.goals.map((goal) => ({
    ...{
      ...goal,
      id: `${goal.identifier}`,
      identifier: `${goal.identifier}`,
      ownIdentifier: `own ${goal.code}`,
      held: null,
      kind: goal.kind ?? 'bureau',
    },
    objectives: goal.objectives.map((each) => ({
      ...{
        ...each,
        id: `${each.identifier}`,
        identifier: `${each.identifier}`,
        ownIdentifier: `own ${each.code}`,
        held: null,
      },
      justificationSummary: each.justificationSummary ?? '',
      indicators: each.indicators.map(({ code, definition, identifier, kept }) => ({
        ...{ id: `${identifier}`, code, definition, identifier: `${identifier}`, ownIdentifier: `own ${code}`, kept },
        held: held.includes(`${identifier}`) ? `${code} has figures, and keeps its place.` : null,
      })),
    })),
  })),
});

const all: MergeChoice = { added: true, changed: true, moved: true, removed: true };
const merge = (now: NowStrategy, file: FileStrategy, choice = all) =>
  planMerge(now, file, matchStrategy(now, file), choice);

const first: readonly Root[] = [
  { name: 'Protection', branches: [{ name: 'Services', leaves: ['Survivors', 'Shelters'] }, { name: 'Training' }] },
  { name: 'Prevention', branches: [{ name: 'Campaigns' }] },
];

/** "added goal 3", "moved objective 1.2 to 2.2" and so on. */
const linesOf = (now: NowStrategy, file: FileStrategy) =>
  compareStrategy(now, file).map(({ change, kind, code, to, held, fields }) =>
    [
      change,
      kind,
      code,
      ...(to === null ? [] : ['to', to]),
      ...fields.map(({ field, before, after }) => `${field}: ${before} > ${after}`),
      ...(held === null ? [] : ['held']),
    ].join(' '),
  );

test('a file differs in nothing from what was saved of it', () => {
  expect(linesOf(savedOf(fileOf(first)), fileOf(first))).toEqual([]);
});

const second: readonly Root[] = [
  {
    name: 'Protection of survivors',
    id: 'Protection',
    branches: [{ name: 'Services', leaves: ['Survivors/persons', 'Laws'] }],
  },
  { name: 'Prevention', branches: [{ name: 'Campaigns' }, { name: 'Training' }] },
  { name: 'Partnership', branches: [] },
];

test('says part by part what a newer edition adds, changes, moves and removes', () => {
  expect(linesOf(savedOf(fileOf(first)), fileOf(second))).toEqual([
    'added goal 3',
    'changed goal 1 Short name: Protection > Protection of survivors',
    'moved objective 1.2 to 2.2',
    'added indicator 1.1-B',
    'changed indicator 1.1-A Unit: people > persons',
    'removed indicator 1.1-B',
  ]);
});

test('takes over only the kinds of changes that were chosen', () => {
  const now = savedOf(fileOf(first));
  const none = { added: false, changed: false, moved: false, removed: false };
  const shape = ({ goals }: MergePlan) =>
    goals.map(({ code, shortName, objectives }) => [
      code,
      shortName,
      objectives.map(({ shortName: name }) => name).join(),
    ]);
  expect(shape(merge(now, fileOf(second), none))).toEqual([
    ['1', 'Protection', 'Services,Training'],
    ['2', 'Prevention', 'Campaigns'],
  ]);
  expect(shape(merge(now, fileOf(second), { ...none, moved: true }))).toEqual([
    ['1', 'Protection', 'Services'],
    ['2', 'Prevention', 'Campaigns,Training'],
  ]);
  expect(shape(merge(now, fileOf(second), { ...none, changed: true, added: true }))).toEqual([
    ['1', 'Protection of survivors', 'Services,Training'],
    ['2', 'Prevention', 'Campaigns'],
    ['3', 'Partnership', ''],
  ]);
  const indicators = indicatorsOf(objectivesOf(merge(now, fileOf(second)).goals));
  expect(indicators.map(({ code, definition }) => [code, definition.name, definition.unit, definition.status])).toEqual(
    [
      ['1.1-A', 'Survivors', 'persons', 'proposed'],
      ['1.1-B', 'Shelters', 'people', 'retired'],
      ['1.1-C', 'Laws', 'people', 'proposed'],
    ],
  );
});

test('what holds figures keeps its place and is never retired, and the sentence says so', () => {
  const now = savedOf(fileOf(first), ['Survivors']);
  const file = fileOf([
    {
      ...{ name: 'Prevention', code: '1' },
      branches: [{ name: 'Campaigns' }, { name: 'Services', code: '1.2', leaves: ['Shelters'] }],
    },
  ]);
  expect(linesOf(now, file)).toEqual([
    'moved goal 2 to 1',
    'removed goal 1 held',
    'moved objective 1.1 to 1.2 held',
    'removed objective 1.2',
    'removed indicator 1.1-A held',
  ]);
  const plan = merge(now, file);
  expect(plan.goals.map(({ code, shortName }) => [code, shortName])).toContainEqual(['1', 'Protection']);
  expect(plan.goals[0]?.objectives.map(({ code }) => code)).toEqual(['1.1']);
  expect(indicatorsOf(objectivesOf(plan.goals)).find(({ id }) => id === 'Survivors')).toMatchObject({
    code: '1.1-A',
    definition: { status: 'proposed' },
  });
});

const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
/** Trees in which each name stands once. */
const trees = fc
  .array(
    fc.record({
      name: names,
      branches: fc.array(fc.record({ name: names, leaves: fc.array(names, { maxLength: 3 }) }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((roots): Root[] => {
    const seen = new Set<string>();
    const isNew = (key: string) => !seen.has(key) && seen.add(key).size > 0;
    return roots
      .filter(({ name }) => isNew(`goal ${name}`))
      .map(({ name, branches }) => ({
        name: `goal ${name}`,
        branches: branches
          .filter((each) => isNew(`objective ${each.name}`))
          .map((each) => ({
            name: `objective ${each.name}`,
            leaves: each.leaves.filter((leaf) => isNew(`indicator ${leaf}`)).map((leaf) => `indicator ${leaf}`),
          })),
      }));
  });
const choices = fc.record({ added: fc.boolean(), changed: fc.boolean(), moved: fc.boolean(), removed: fc.boolean() });

test('whatever editions follow one another and whatever is chosen, the tree stays one by our rules and loses no figure', () => {
  fc.assert(
    fc.property(
      trees,
      trees,
      choices,
      fc.array(names.map((name) => `indicator ${name}`)),
      (before, after, choice, held) => {
        const now = savedOf(fileOf(before), held);
        const plan = merge(now, fileOf(after), choice);
        const indicators = indicatorsOf(objectivesOf(plan.goals));
        const tree = { ...savedOf(fileOf(before)).head, sections: [], goals: plan.goals };
        expect(findInTree(tree).filter(({ detail }) => detail !== 'One of the goals has to be goal 1.')).toEqual([]);
        expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length);
        for (const objective of objectivesOf(plan.goals)) {
          for (const { code } of objective.indicators) expect(code.startsWith(`${objective.code}-`)).toBe(true);
        }
        for (const { id, code, held: why } of indicatorsOf(objectivesOf(now.goals))) {
          const kept = indicators.find((each) => each.id === id);
          expect(kept).toBeDefined();
          if (why !== null) expect(kept).toMatchObject({ code, definition: { status: 'proposed' } });
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('once everything is merged, the same edition differs only in what stays for a reason', () => {
  fc.assert(
    fc.property(trees, trees, (before, after) => {
      const file = fileOf(after);
      const merged = savedOf(merge(savedOf(fileOf(before)), file));
      const left = compareStrategy(merged, file).filter(({ held }) => held === null);
      expect(left.filter(({ change }) => change === 'added' || change === 'changed')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

/** An outline whose indicators have no name and no identifier, and words only where they are given. */
const unnamed = (roots: readonly Root[]): FileStrategy => {
  const strategy = said(roots);
  const fitted = fitStrategy({
    ...strategy,
    goals: strategy.goals.map((goal) => ({
      ...goal,
      objectives: goal.objectives.map((each) => ({
        ...each,
        indicators: each.indicators.map((one) => {
          const { unit = 'people', name = '' } = one.definition;
          return { ...one, identifier: null, definition: { unit, ...(name === '-' ? {} : { definition: name }) } };
        }),
      })),
    })),
  });
  if ('refused' in fitted) throw new Error(fitted.refused);
  return fitted.file;
};
const swapped = (leaves: readonly string[], others: readonly string[]): [before: FileStrategy, after: FileStrategy] => {
  const [services, campaigns] = [
    { name: 'Services', leaves },
    { name: 'Campaigns', leaves: others },
  ];
  return [
    unnamed([
      { name: 'Protection', branches: [services] },
      { name: 'Prevention', branches: [campaigns] },
    ]),
    unnamed([
      { name: 'Protection', branches: [campaigns] },
      { name: 'Prevention', branches: [services] },
    ]),
  ];
};
/** Saved parts need identities of their own where the file gives none. */
const savedWithIds = (file: FileStrategy): NowStrategy => {
  const saved = savedOf(file);
  return {
    ...saved,
    goals: saved.goals.map((goal) => ({
      ...goal,
      objectives: goal.objectives.map((each) => ({
        ...each,
        indicators: each.indicators.map((one) => ({ ...one, id: `id ${one.code}`, identifier: `own ${one.code}` })),
      })),
    })),
  };
};

test.each([
  ['by their words', ['Survivors served'], ['People reached']],
  ['by their places', ['-', '-'], ['-']],
])('indicators without a name are known again %s where their objectives change places', (_how, leaves, others) => {
  const [before, after] = swapped(leaves, others);
  const now = savedWithIds(before);
  expect(linesOf(now, after).sort()).toEqual(['moved objective 1.1 to 2.1', 'moved objective 2.1 to 1.1']);
  const merged = indicatorsOf(objectivesOf(merge(now, after).goals));
  expect(merged.find(({ id }) => id === 'id 1.1-A')).toMatchObject({
    code: '2.1-A',
    definition: { name: 'Indicator 2.1-A' },
  });
});

test('thousands of parts that have to make way for others are told apart in a moment', () => {
  const many = (name: string) =>
    fileOf([
      { name: 'Goal', branches: [{ name: 'All', leaves: Array.from({ length: 5000 }, (_, at) => `${name} ${at}`) }] },
    ]);
  const now = savedOf(many('old'));
  const before = performance.now();
  const plan = merge(now, many('new'));
  expect(performance.now() - before).toBeLessThan(3000);
  const codes = indicatorsOf(objectivesOf(plan.goals)).map(({ code }) => code);
  expect(new Set(codes).size).toBe(10_000);
});

test('an edition from our own export finds each part again, and takes its other name from none', () => {
  const now = savedOf(fileOf(first));
  const exported = fileOf([
    { name: 'Shelter', id: 'own 1', branches: [{ name: 'Help', id: 'own 1.1', leaves: ['Survivors'] }] },
    { name: 'Prevention', id: 'own 2', branches: [] },
  ]);
  expect(linesOf(now, exported)).toContain('changed goal 1 Short name: Protection > Shelter');
  const { goals } = merge(now, exported);
  expect(goals.map(({ id, identifier, shortName }) => [id, identifier, shortName])).toEqual([
    ['Protection', 'Protection', 'Shelter'],
    ['Prevention', 'Prevention', 'Prevention'],
  ]);
});
