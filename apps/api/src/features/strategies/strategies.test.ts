import {
  createStrategy,
  listIndicators,
  listManagedStrategies,
  listStrategies,
  type ManagedTree,
  moveStrategy,
  readAudit,
  readEarlierSeries,
  readIndicator,
  readPlan,
  readSession,
  readStrategyTree,
  recordValue,
  saveStrategyTree,
  setPredecessor,
} from '@fbs/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { readEverything, strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';
import { sampleHead } from '../../testing/sample-bodies.ts';

const openOffice = useOffices();

const everything = { strategy, goals: true, indicators: true, linkages: true, sections: true };
type Choice = typeof everything;

const begin = (client: Client, copy: Choice | null = everything): Promise<ManagedTree> =>
  client.ok(createStrategy, { body: { ...sampleHead, copy } });

const tagOf = ({ version }: Pick<ManagedTree, 'version'>) => ({ 'if-match': `"${version}"` });

const move = (client: Client, tree: Pick<ManagedTree, 'id' | 'version'>, state: 'in_force' | 'archived') =>
  client.ok(moveStrategy, { params: { strategy: tree.id }, headers: tagOf(tree), body: { state } });

const bodyOf = ({ sections, goals }: ManagedTree) => ({ ...sampleHead, sections, goals });

const save = (tree: ManagedTree, body: object) =>
  ({ params: { strategy: tree.id }, headers: tagOf(tree), body: { ...bodyOf(tree), ...body } }) as const;

const part = { id: null, shortName: 'Protect', statement: 'Protect survivors.' };
const newGoal = (code: string, objectives: readonly string[]) => ({
  ...part,
  code,
  kind: 'bureau' as const,
  objectives: objectives.map((each) => ({ ...part, code: each, justificationSummary: '' })),
});

describe('a copied strategy', () => {
  it('has the same tree and no values, whatever is chosen', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const before = await administrator.ok(readStrategyTree, { params: { strategy } });
    const bare = ({ sections, goals }: ManagedTree) =>
      JSON.parse(JSON.stringify({ sections, goals }, (key, value) => (key === 'id' ? undefined : value)));
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        async (goals, indicators, linkages, sections) => {
          const copy = {
            strategy,
            goals,
            indicators: indicators && goals && sections,
            linkages: linkages && goals,
            sections,
          };
          const tree = await begin(administrator, copy);
          expect(bare(tree)).toEqual({
            sections: sections ? bare(before).sections : [],
            goals: goals ? bare(before).goals : [],
          });
          expect(tree).toMatchObject({ state: 'draft', counts: { values: 0, reviews: 0 } });
          expect(tree.counts.indicators).toBe(copy.indicators ? before.counts.indicators : 0);
          const plan = await administrator.ok(readPlan, { params: { strategy: tree.id } });
          const linked = plan.goals.flatMap((goal) => goal.linkages).length;
          expect(linked > 0).toBe(copy.linkages);
        },
      ),
      { numRuns: 12 },
    );
    const rows = "select count(*) as n from %t where strategy_id <> 'fbs-2018-2022'";
    for (const table of ['indicator_values', 'value_vintages', 'targets', 'target_vintages', 'reviews']) {
      expect(await office.rows(rows.replace('%t', table))).toEqual([{ n: 0 }]);
    }
  });

  it('opens on every screen as a draft, and its indicators are proposed anew', async () => {
    const office = await openOffice();
    const tree = await begin(await office.signIn('administrator'));
    const planner = await office.signIn('planner');
    const page = await planner.ok(readIndicator, { params: { strategy: tree.id, indicator: '2.2-A' } });
    expect(page.definition.status).toBe('proposed');
    expect(page.years.every(({ value }) => value === null)).toBe(true);
    const { indicators } = await planner.ok(listIndicators, { params: { strategy: tree.id } });
    expect(indicators.length).toBeGreaterThan(20);
  });

  it('shows the series that its indicators continue, which counts for nothing in it', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const next = await begin(administrator);
    await move(administrator, next, 'in_force');
    const viewer = await office.signIn('viewer');
    const place = { strategy: next.id, indicator: '2.2-A' };
    const { series } = await viewer.ok(readEarlierSeries, { params: place });
    const old = await viewer.ok(readIndicator, { params: { strategy, indicator: '2.2-A' } });
    expect(series).toMatchObject([{ strategy, indicator: '2.2-A' }]);
    expect(series[0]?.years).toEqual(old.years);
    const page = await viewer.ok(readIndicator, { params: place });
    expect(page.years.every(({ rating }) => rating.rating === 'not_rated')).toBe(true);
    const first = await viewer.ok(readEarlierSeries, { params: { strategy, indicator: '2.2-A' } });
    expect(first.series).toEqual([]);
  });

  it('is refused where a part would hang in the air, and where the original is not there', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    for (const [change, pointer] of [
      [{ goals: false, linkages: false }, '/copy/indicators'],
      [{ sections: false }, '/copy/indicators'],
      [{ indicators: false, goals: false }, '/copy/linkages'],
      [{ strategy: 'gone' }, '/copy/strategy'],
    ] as const) {
      const refusal = await administrator.refused(createStrategy, {
        body: { ...sampleHead, copy: { ...everything, ...change } },
      });
      expect(refusal).toMatchObject({ status: 422, errors: [{ pointer }] });
    }
  });
});

describe('the link to an earlier indicator', () => {
  it('is set and taken away by planners, with the version that they saw', async () => {
    const office = await openOffice();
    const next = await begin(await office.signIn('administrator'));
    const planner = await office.signIn('planner');
    const place = { params: { strategy: next.id, indicator: '2.2-A' } };
    const link = async (predecessor: { strategy: string; indicator: string } | null) => {
      const { version } = await planner.ok(readIndicator, place);
      return { ...place, headers: { 'if-match': `"${version}"` }, body: { predecessor } };
    };
    expect(await planner.ok(setPredecessor, await link(null))).toMatchObject({ series: [] });
    const other = await planner.ok(setPredecessor, await link({ strategy, indicator: '2.2-B' }));
    expect(other.series).toMatchObject([{ strategy, indicator: '2.2-B' }]);
    for (const [predecessor, words] of [
      [{ strategy: next.id, indicator: '2.2-B' }, 'does not begin earlier'],
      [{ strategy, indicator: '9.9-Z' }, 'no indicator 9.9-Z'],
      [{ strategy: 'gone', indicator: '2.2-B' }, 'no strategy'],
    ] as const) {
      const refusal = await planner.refused(setPredecessor, await link(predecessor));
      expect(refusal.detail).toContain(words);
    }
    const { indicators } = await planner.ok(listIndicators, { params: { strategy } });
    const share = indicators.find(({ kind }) => kind === 'percent')?.code ?? '';
    const unlike = await planner.refused(setPredecessor, await link({ strategy, indicator: share }));
    expect(unlike.detail).toContain('choose one that is counted alike');
    const stale = { ...(await link(null)), headers: { 'if-match': '"1"' } };
    expect(await planner.refused(setPredecessor, stale)).toMatchObject({ status: 412 });
  });
});

describe('a draft', () => {
  it('is made from scratch, saved as a tree, reordered, and put in force once it is whole', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const empty = await begin(administrator, null);
    const early = { params: { strategy: empty.id }, headers: tagOf(empty), body: { state: 'in_force' as const } };
    expect(await administrator.refused(moveStrategy, early)).toMatchObject({
      detail: expect.stringContaining('section'),
    });
    const sections = [{ id: null, code: 'IP', name: 'International Programs', summary: '' }];
    const goals = [newGoal('1', ['1.1', '1.2']), newGoal('2', ['2.1'])];
    const saved = await administrator.ok(saveStrategyTree, save(empty, { sections, goals }));
    expect(saved.goals.map(({ code }) => code)).toEqual(['1', '2']);
    const [first, second] = saved.goals;
    if (first === undefined || second === undefined) throw new Error('two goals were saved');
    const renumbered = {
      ...first,
      code: '2',
      objectives: first.objectives.map((row, i) => ({ ...row, code: `2.${i + 1}` })),
    };
    const toFront = {
      ...second,
      code: '1',
      objectives: second.objectives.map((row, i) => ({ ...row, code: `1.${i + 1}` })),
    };
    const swapped = await administrator.ok(saveStrategyTree, save(saved, { goals: [toFront, renumbered] }));
    expect(swapped.goals.map(({ id, code }) => [id, code])).toEqual([
      [second.id, '1'],
      [first.id, '2'],
    ]);
    const inForce = await move(administrator, swapped, 'in_force');
    const viewer = await office.signIn('viewer');
    const plan = await viewer.ok(readPlan, { params: { strategy: inForce.id } });
    expect(plan.goals.map(({ objectives }) => objectives.map(({ code }) => code))).toEqual([['1.1'], ['2.1', '2.2']]);
    for (const { name, reply } of await readEverything(viewer, { indicator: '1.1-A', year: 2023 })) {
      expect({ name, isBug: reply.status >= 500 }).toEqual({ name, isBug: false });
    }
    expect(await administrator.refused(saveStrategyTree, save(inForce, {}))).toMatchObject({ code: 'refused' });
    const { entries } = await administrator.ok(readAudit, { querystring: { kind: 'strategy' } });
    expect(entries.map(({ action }) => action).slice(0, 4)).toEqual([
      'put a strategy in force',
      'changed a draft strategy',
      'changed a draft strategy',
      'began a strategy',
    ]);
  });

  it('keeps what indicators and linkages hang on, and takes only its own parts', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const tree = await begin(administrator);
    const refused = async (body: object) => (await administrator.refused(saveStrategyTree, save(tree, body))).detail;
    expect(await refused({ goals: tree.goals.slice(0, 4) })).toMatch(/holds|linked/);
    expect(await refused({ sections: tree.sections.slice(1) })).toContain('holds');
    const foreign = await administrator.ok(readStrategyTree, { params: { strategy } });
    expect(await refused({ goals: foreign.goals })).toContain('not a part of this strategy');
    expect(await refused({ goals: [...tree.goals, newGoal('1', [])] })).toContain('two goals 1');
  });

  it('asks for the version that was seen, and shows how it stands now', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const tree = await begin(administrator, null);
    const body = { ...bodyOf(tree), title: 'Another' };
    const input = { params: { strategy: tree.id }, body };
    expect(await administrator.refused(saveStrategyTree, { ...input, headers: {} })).toMatchObject({ status: 428 });
    await administrator.ok(saveStrategyTree, { ...input, headers: tagOf(tree) });
    expect(await administrator.refused(saveStrategyTree, { ...input, headers: tagOf(tree) })).toMatchObject({
      status: 412,
    });
  });

  it('is there only for those who prepare it', async () => {
    const office = await openOffice();
    const { id } = await begin(await office.signIn('administrator'));
    for (const [persona, sees] of [
      ['administrator', true],
      ['planner', true],
      ['contributor', false],
      ['reviewer', false],
      ['viewer', false],
    ] as const) {
      const client = await office.signIn(persona);
      const { strategies } = await client.ok(readSession, {});
      expect([persona, strategies.some((each) => each.id === id)]).toEqual([persona, sees]);
      const listed = (await client.ok(listStrategies, {})).strategies.some((each) => each.id === id);
      expect([persona, listed]).toEqual([persona, sees]);
      const reply = await client.send(readPlan, { params: { strategy: id } });
      expect([persona, reply.status]).toEqual([persona, sees ? 200 : 404]);
    }
  });
});

describe('an archived strategy', () => {
  it('is read by everybody and changed by nobody, until an administrator takes it back', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const planner = await office.signIn('planner');
    const tree = await administrator.ok(readStrategyTree, { params: { strategy } });
    const archived = await move(administrator, tree, 'archived');
    const place = { params: { strategy, indicator: '5.1-A', year: 2022 }, headers: { 'if-match': '"0"' } };
    const refusal = await planner.refused(recordValue, { ...place, body: { value: '5' } });
    expect(refusal).toMatchObject({ status: 403, detail: expect.stringContaining('This strategy is archived') });
    const { strategies } = await planner.ok(readSession, {});
    expect(strategies[0]).toMatchObject({ state: 'archived', permissions: ['read', 'export', 'see drafts'] });
    const page = await planner.ok(readIndicator, { params: { strategy, indicator: '5.1-A' } });
    expect(page.rights).toEqual({ edit: false, writeNotes: false });
    const { indicators } = await planner.ok(listIndicators, { params: { strategy }, querystring: { year: 2022 } });
    expect(indicators.some(({ rights }) => rights.enter)).toBe(false);
    await move(administrator, archived, 'in_force');
    expect(await planner.ok(recordValue, { ...place, body: { value: '5' } })).toMatchObject({ value: '5' });
  });

  it('is not archived as a draft, nor twice', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const draft = await begin(administrator, null);
    const input = { params: { strategy: draft.id }, headers: tagOf(draft), body: { state: 'archived' as const } };
    expect(await administrator.refused(moveStrategy, input)).toMatchObject({
      detail: expect.stringContaining('put it in force'),
    });
    const tree = await administrator.ok(readStrategyTree, { params: { strategy } });
    const again = { params: { strategy }, headers: tagOf(tree), body: { state: 'in_force' as const } };
    expect(await administrator.refused(moveStrategy, again)).toMatchObject({ code: 'refused' });
  });
});

it('lists and prepares strategies for administrators alone', async () => {
  const office = await openOffice();
  const administrator = await office.signIn('administrator');
  const { strategies } = await administrator.ok(listManagedStrategies, {});
  expect(strategies).toMatchObject([{ id: strategy, state: 'in_force', counts: { goals: 5, objectives: 11 } }]);
  for (const persona of ['planner', 'contributor', 'reviewer', 'viewer']) {
    const client = await office.signIn(persona);
    expect(await client.refused(listManagedStrategies, {})).toMatchObject({ status: 403 });
    expect(await client.refused(readStrategyTree, { params: { strategy } })).toMatchObject({ status: 403 });
  }
});
