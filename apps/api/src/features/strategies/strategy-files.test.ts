import { existsSync, readFileSync } from 'node:fs';
import {
  createStrategyFromFile,
  exportPlan,
  listIndicators,
  lookAtStrategyFile,
  moveStrategy,
  readAudit,
  readIndicator,
  readKeptWords,
  readObjective,
  readOutlineTemplate,
  readOverview,
  search,
  setTarget,
} from '@fbs/contract';
import { createExportPool } from '@fbs/documents';
import { afterAll, describe, expect, it } from 'vitest';
import { type Client, refusalOf, urlOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import {
  allChanges,
  answerOf,
  createFrom,
  firstEdition,
  lookAt,
  mergeInto,
  rivers,
  riversHead,
  secondEdition,
  sendStrategyFile,
  shapeOf,
  treeOf,
} from '../../testing/strategy-files.ts';

const openOffice = useOffices();
const pool = createExportPool();
afterAll(() => pool.close());

const indicatorsOf = async (office: Office, id: string) => {
  const rows = await office.rows<{ code: string; definition: string }>(
    `select i.code, d.definition from indicators i join indicator_definitions d on d.indicator_id = i.id and d.number = i.definition_number where i.strategy_id = '${id}' order by i.code`,
  );
  return rows.map(({ code, definition }) => {
    const { name, unit, status } = JSON.parse(definition) as Readonly<Record<string, string>>;
    return [code, name, unit, status].join(' ');
  });
};

/** The same plan with what has no field here, and the samples of the standard where they lie beside the product. */
const fromElsewhere: readonly (readonly [string, string])[] = [
  [
    'a plan with stakeholders, values and a submitter',
    firstEdition
      .replace(
        /<Goal>/,
        '<Mission><Description>To sample</Description></Mission><Value><Name>Candor</Name></Value><Goal>',
      )
      .replace('<Identifier>_o2<', '<Identifier>2-begins-with-a-digit<')
      .replace(
        '<Identifier>_o3</Identifier>',
        '<Identifier>_o3</Identifier><Stakeholder><Name>Anglers</Name><Description>Fish &amp; wait</Description></Stakeholder>',
      )
      .replace(
        '</PerformancePlanOrReport>',
        '<Submitter><GivenName>Ada</GivenName><EmailAddress>ada@example.org</EmailAddress></Submitter></PerformancePlanOrReport>',
      ),
  ],
  ...['sample-performance-plan.xml', 'sample-performance-report.xml'].flatMap((name) => {
    const file = new URL(`../../../../../../shared/standards/stratml/${name}`, import.meta.url);
    return existsSync(file) ? [[name, readFileSync(file, 'utf8')] as const] : [];
  }),
];

describe('a strategy from a file', () => {
  it('is shown whole before anything is saved, with its kind, its repairs and a free id', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const before = await office.rows('select count(*) from audit_entries');
    const answer = await lookAt(administrator, firstEdition);
    expect(answer).toMatchObject({
      kind: 'stratml_part_2',
      fileName: 'plan.xml',
      id: 'or-2023-2027',
      counts: { goals: 2, objectives: 3, indicators: 2 },
      head: { title: 'Plan of the office', acronym: 'OR', firstYear: 2023, lastYear: 2027 },
      difference: null,
    });
    expect(answer.parts.map(({ kind, code, name }) => `${kind} ${code} ${name}`)).toEqual([
      'strategy  Plan of the office',
      'goal 1 Water',
      'objective 1.1 Sampling',
      'indicator 1.1-A Samples',
      'indicator 1.1-B Labs',
      'objective 1.2 Training',
      'goal 2 Law',
      'objective 2.1 Permits',
    ]);
    expect(answer.repairs.join(' ')).toContain('Targets and results are kept as words');
    expect(await office.rows('select count(*) from audit_entries')).toEqual(before);
  });

  it('becomes a draft with its tree, its indicators as proposed, its identifiers and every word of the file', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const tree = await createFrom(administrator);
    expect(tree).toMatchObject({ id: 'or-2023-2027', state: 'draft', vision: 'Clean rivers', version: 1 });
    expect(shapeOf(tree)).toEqual([
      ['1', 'Water', ['1.1 Sampling', '1.2 Training']],
      ['2', 'Law', ['2.1 Permits']],
    ]);
    expect(await indicatorsOf(office, tree.id)).toEqual([
      '1.1-A Samples people proposed',
      '1.1-B Labs people proposed',
    ]);
    const { parts } = await administrator.ok(readKeptWords, { params: { strategy: tree.id } });
    expect(parts.find(({ code }) => code === '1.1')).toMatchObject({
      identifier: '_o1',
      kept: 'Other information: Said of Sampling',
    });
    expect(parts.find(({ code }) => code === '1.1-A')?.kept).toBe('Target: 75%');
    const { entries } = await administrator.ok(readAudit, { querystring: {} });
    expect(entries[0]).toMatchObject({ action: 'began a strategy from a file' });
    const viewer = await office.signIn('viewer');
    expect((await viewer.send(listIndicators, { params: { strategy: tree.id } })).status).toBe(404);
  });

  it('takes the id that is asked for, and says what is wrong with one', async () => {
    const administrator = await (await openOffice()).signIn('administrator');
    expect((await createFrom(administrator, firstEdition, { ...riversHead, id: 'rivers-next' })).id).toBe(
      'rivers-next',
    );
    for (const [id, words] of [
      ['rivers-next', /is a strategy "rivers-next" already/],
      ['Not An Id', /small letters/],
    ] as const) {
      const refusal = refusalOf(
        await sendStrategyFile(administrator, createStrategyFromFile, {
          text: firstEdition,
          fields: { ...riversHead, id },
        }),
      );
      expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/id' }] });
      expect(refusal.detail).toMatch(words);
    }
  });

  it('comes from an outline and from the record of another strategy as well', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const template = await administrator.raw({
      method: 'GET',
      url: urlOf(readOutlineTemplate, { querystring: { format: 'csv' } }),
    });
    expect(await lookAt(administrator, template.text, undefined, 'outline.csv')).toMatchObject({
      kind: 'outline',
      id: 'tip-office-2023-2027',
      counts: { goals: 1, objectives: 1, indicators: 1 },
    });
    const record = await administrator.raw({ method: 'GET', url: `/api/strategies/${strategy}/export/record` });
    const read = await lookAt(administrator, record.text, strategy, 'record.json');
    expect(read.kind).toBe('record');
    expect(read.repairs[0]).toContain('npm run import-strategy');
    expect(read.difference?.changes).toEqual([]);
    const copy = await createFrom(administrator, record.text, { ...riversHead, acronym: 'NEXT' });
    expect(shapeOf(copy)).toEqual(shapeOf(await treeOf(administrator, strategy)));
  });

  it('is refused with a sentence where it holds a document type, no goals or no XML', async () => {
    const administrator = await (await openOffice()).signIn('administrator');
    for (const [text, words] of [
      ['<!DOCTYPE a><StrategicPlan/>', /DOCTYPE/],
      ['<StrategicPlan/>', /no goals/],
      ['<StrategicPlan>', /not a whole XML/],
    ] as const) {
      const refusal = refusalOf(await sendStrategyFile(administrator, lookAtStrategyFile, { text }));
      expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] });
      expect(refusal.detail).toMatch(words);
    }
  });

  it('is refused above 50 MB, and from whoever may not manage strategies before the file is taken in', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const large = await sendStrategyFile(administrator, lookAtStrategyFile, { text: Buffer.alloc(50_000_001, 'x') });
    expect(refusalOf(large)).toMatchObject({ status: 413, detail: expect.stringContaining('50 MB') });
    const viewer = await office.signIn('viewer');
    expect((await sendStrategyFile(viewer, lookAtStrategyFile, { text: firstEdition })).status).toBe(403);
  });
});

describe('a newer edition of a strategy', () => {
  it('differs in nothing from what our own StratML export says of it', async () => {
    const office = await openOffice({ exports: pool });
    const administrator = await office.signIn('administrator');
    const plan = await administrator.raw({ method: 'GET', url: urlOf(exportPlan, { params: { strategy } }) });
    const { difference, kind } = await lookAt(administrator, plan.text, strategy);
    expect(kind).toBe('stratml_part_2');
    expect(difference?.changes).toEqual([]);
  });

  it.each(fromElsewhere)('differs in nothing from the export of a strategy that came from %s', async (_name, text) => {
    const office = await openOffice({ exports: pool });
    const administrator = await office.signIn('administrator');
    const tree = await createFrom(administrator, text);
    const plan = await administrator.raw({
      method: 'GET',
      url: urlOf(exportPlan, { params: { strategy: tree.id } }),
    });
    expect((await lookAt(administrator, plan.text, tree.id)).difference?.changes).toEqual([]);
    const read = async (id: string) => (await administrator.ok(readKeptWords, { params: { strategy: id } })).parts;
    const copy = await createFrom(administrator, plan.text, { ...riversHead, id: 'carried-over' });
    expect(copy.missionSummary).toBe(tree.missionSummary);
    const validId = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u;
    const [before, after] = [await read(tree.id), await read(copy.id)];
    expect(after.map((part) => part.kept)).toEqual(before.map((part) => part.kept));
    before.forEach(({ identifier }, index) => {
      if (validId.test(identifier)) expect(after[index]?.identifier).toBe(identifier);
    });
  });

  it('shows what it adds, changes, moves and removes', async () => {
    const administrator = await (await openOffice()).signIn('administrator');
    const tree = await createFrom(administrator);
    expect((await lookAt(administrator, firstEdition, tree.id)).difference?.changes).toEqual([]);
    const report = firstEdition.replace('Strategic_Plan', 'Performance_Report').replace('2027-09-30', '2023-09-30');
    const ofReport = (await lookAt(administrator, report, tree.id)).difference?.changes ?? [];
    // the days of a report are kept as words, and are not the years of the strategy
    expect(ofReport.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual(['Other words of the file']);
    const { difference } = await lookAt(administrator, secondEdition, tree.id);
    expect(difference).toMatchObject({ strategy: tree.id, state: 'draft', version: 1 });
    expect(difference?.changes.map(({ change, kind, code, to }) => [change, kind, code, to].join(' ').trim())).toEqual([
      'added goal 3',
      'changed goal 1',
      'moved objective 1.2 2.2',
      'added indicator 1.1-B',
      'changed indicator 1.1-A',
      'removed indicator 1.1-B',
    ]);
    expect(difference?.changes[1]?.fields).toContainEqual({
      field: 'Short name',
      before: 'Water',
      after: 'Clean water',
    });
  });

  it('is merged whole, keeps every identity, and differs in nothing afterwards', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const tree = await createFrom(administrator);
    const merged = answerOf<{ version: number; merged: number }>(await mergeInto(administrator, tree, allChanges));
    expect(merged).toMatchObject({ version: 2, merged: 6 });
    const now = await treeOf(administrator, tree.id);
    expect(shapeOf(now)).toEqual([
      ['1', 'Clean water', ['1.1 Sampling']],
      ['2', 'Law', ['2.1 Permits', '2.2 Training']],
      ['3', 'People', []],
    ]);
    expect(now.goals[1]?.objectives[1]?.id).toBe(tree.goals[0]?.objectives[1]?.id);
    expect(await indicatorsOf(office, tree.id)).toEqual([
      '1.1-A Samples bottles proposed',
      '1.1-B Labs people retired',
      '1.1-C Boats people proposed',
    ]);
    const page = await administrator.ok(readIndicator, { params: { strategy: tree.id, indicator: '1.1-A' } });
    expect(page.definitionVersions.map(({ reason }) => reason)).toEqual([
      'A newer edition of the strategy was merged in: plan.xml.',
      null,
    ]);
    const { entries } = await administrator.ok(readAudit, { querystring: {} });
    expect(entries[0]).toMatchObject({ action: 'merged a newer edition of a strategy' });
    expect((await lookAt(administrator, secondEdition, tree.id)).difference?.changes).toEqual([]);
  });

  it('is merged only as far as it was chosen', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const tree = await createFrom(administrator);
    answerOf(await mergeInto(administrator, tree, { moved: 'true' }));
    expect(shapeOf(await treeOf(administrator, tree.id))).toEqual([
      ['1', 'Water', ['1.1 Sampling']],
      ['2', 'Law', ['2.1 Permits', '2.2 Training']],
    ]);
    expect(await indicatorsOf(office, tree.id)).toHaveLength(2);
  });

  it('shows an indicator that moved at its new place on every screen, also where the old one was read before', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const tree = await createFrom(administrator);
    const read = async (client: Client) => {
      const params = { strategy: tree.id };
      const { dataVersion: _version, ...overview } = await client.ok(readOverview, {
        params,
        querystring: { year: 2023 },
      });
      const objective = await client.ok(readObjective, {
        params: { ...params, code: '2.1' },
        querystring: { year: 2023 },
      });
      return {
        overview,
        objective,
        found: await client.ok(search, { params, querystring: { q: 'Samples', each: 5 } }),
      };
    };
    await administrator.ok(readOverview, { params: { strategy: tree.id }, querystring: { year: 2023 } });
    const moved = rivers([
      { id: '_g1', name: 'Water', branches: [{ id: '_o1', name: 'Sampling', leaves: ['Labs'] }] },
      { id: '_g2', name: 'Law', branches: [{ id: '_o3', name: 'Permits', leaves: ['Samples'] }] },
    ]);
    answerOf(await mergeInto(administrator, tree, { moved: 'true' }, moved));
    const lines = await administrator.ok(listIndicators, { params: { strategy: tree.id } });
    expect(lines.indicators.map(({ code, objective }) => [code, objective])).toEqual([
      ['1.1-B', '1.1'],
      ['2.1-A', '2.1'],
    ]);
    const neighbor = await (await office.neighbor()).signIn('administrator');
    expect(await read(administrator)).toEqual(await read(neighbor));
  });

  it('never takes away or moves what has figures, and says so', async () => {
    const office = await openOffice();
    const [administrator, planner] = [await office.signIn('administrator'), await office.signIn('planner')];
    const tree = await createFrom(administrator);
    const params = { strategy: tree.id, indicator: '1.1-B', year: 2023 };
    await planner.ok(setTarget, { params, headers: { 'if-match': '"0"' }, body: { value: '10' } });
    const third = rivers([{ id: '_g2', name: 'Law', branches: [{ id: '_o3', name: 'Permits' }] }]);
    const { difference } = await lookAt(administrator, third, tree.id);
    const gone = difference?.changes.filter(({ change }) => change === 'removed') ?? [];
    expect(gone.map(({ code, held }) => [code, held])).toEqual([
      ['1', 'It stays, because 1.1 is in it and stays.'],
      ['1.1', 'It stays, because 1.1-B is in it and stays.'],
      ['1.2', null],
      ['1.1-A', null],
      ['1.1-B', '1.1-B has targets or values: it keeps its place and is not retired here.'],
    ]);
    answerOf(await mergeInto(administrator, tree, allChanges, third));
    expect(shapeOf(await treeOf(administrator, tree.id))).toEqual([
      ['1', 'Water', ['1.1 Sampling']],
      ['2', 'Law', ['2.1 Permits']],
    ]);
    expect(await indicatorsOf(office, tree.id)).toEqual(['1.1-A Samples people retired', '1.1-B Labs people proposed']);
  });

  it('is not merged into a strategy in force, over a version that is old, or where nothing would change', async () => {
    const administrator = await (await openOffice()).signIn('administrator');
    const tree = await createFrom(administrator);
    expect(refusalOf(await mergeInto(administrator, { ...tree, version: 7 }, allChanges)).code).toBe('stale');
    expect(refusalOf(await mergeInto(administrator, tree, {}))).toMatchObject({
      code: 'refused',
      detail: expect.stringContaining('Nothing would change'),
    });
    expect(refusalOf(await mergeInto(administrator, tree, allChanges, firstEdition)).code).toBe('refused');
    const forced = await administrator.ok(moveStrategy, {
      params: { strategy: tree.id },
      headers: { 'if-match': '"1"' },
      body: { state: 'in_force' },
    });
    expect(refusalOf(await mergeInto(administrator, forced, allChanges))).toMatchObject({
      code: 'refused',
      detail: expect.stringContaining('in force'),
    });
    expect((await lookAt(administrator, secondEdition, tree.id)).difference?.changes).toHaveLength(6);
  });
});
