import {
  createStrategyFromFile,
  type Endpoint,
  listIndicators,
  lookAtStrategyFile,
  type ManagedTree,
  mergeStrategyFile,
  moveStrategy,
  readAudit,
  readIndicator,
  readKeptWords,
  readOutlineTemplate,
  readStrategyTree,
  type StrategyFileAnswer,
  setTarget,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { type Client, refusalOf, urlOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

type Fields = Readonly<Record<string, string>>;
type Sent = {
  readonly text: string | Buffer;
  readonly name?: string;
  readonly fields?: Fields;
  readonly version?: number;
};

const boundary = 'a-boundary-of-tests';
const field = (name: string, value: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const send = (
  client: Client,
  endpoint: Endpoint,
  { text, name = 'plan.xml', fields = {}, version }: Sent,
  params = {},
) =>
  client.raw({
    method: 'POST',
    url: urlOf(endpoint as never, { params } as never),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    payload: Buffer.concat([
      Buffer.from(
        Object.entries(fields)
          .map(([key, value]) => field(key, value))
          .join(''),
      ),
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
      Buffer.from(text),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });

const okJson = <T>(reply: { readonly status: number; readonly text: string }): T => {
  if (reply.status >= 300) throw new Error(reply.text);
  return JSON.parse(reply.text) as T;
};

type Leaf = string;
type Branch = { readonly id: string; readonly name: string; readonly leaves?: readonly Leaf[] };
const leafOf = (leaf: Leaf): string => {
  const [name = '', unit = 'people'] = leaf.split('/');
  return `<PerformanceIndicator><MeasurementDimension>${name}</MeasurementDimension><UnitOfMeasurement>${unit}</UnitOfMeasurement><Identifier>_i-${name}</Identifier><OtherInformation>Direction: Higher is better</OtherInformation><MeasurementInstance><TargetResult><NumberOfUnits>75%</NumberOfUnits></TargetResult></MeasurementInstance></PerformanceIndicator>`;
};
const planOf = (goals: readonly (Branch & { readonly branches: readonly Branch[] })[]): string =>
  `<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan"><Name>Plan of the office</Name><StrategicPlanCore><Organization><Name>Office of Rivers</Name><Acronym>OR</Acronym></Organization><Vision><Description>Clean rivers</Description></Vision>${goals
    .map(
      (goal) =>
        `<Goal><Name>${goal.name}</Name><Description>${goal.name}.</Description><Identifier>${goal.id}</Identifier>${goal.branches
          .map(
            (each) =>
              `<Objective><Name>${each.name}</Name><Description>${each.name}.</Description><Identifier>${each.id}</Identifier><OtherInformation>Said of ${each.name}</OtherInformation>${(each.leaves ?? []).map(leafOf).join('')}</Objective>`,
          )
          .join('')}</Goal>`,
    )
    .join(
      '',
    )}</StrategicPlanCore><AdministrativeInformation><Identifier>_plan</Identifier><StartDate>2022-10-01</StartDate><EndDate>2027-09-30</EndDate></AdministrativeInformation></PerformancePlanOrReport>`;

const first = planOf([
  {
    id: '_g1',
    name: 'Water',
    branches: [
      { id: '_o1', name: 'Sampling', leaves: ['Samples', 'Labs'] },
      { id: '_o2', name: 'Training' },
    ],
  },
  { id: '_g2', name: 'Law', branches: [{ id: '_o3', name: 'Permits' }] },
]);
const second = planOf([
  { id: '_g1', name: 'Clean water', branches: [{ id: '_o1', name: 'Sampling', leaves: ['Samples/bottles', 'Boats'] }] },
  {
    id: '_g2',
    name: 'Law',
    branches: [
      { id: '_o3', name: 'Permits' },
      { id: '_o2', name: 'Training' },
    ],
  },
  { id: '_g4', name: 'People', branches: [] },
]);

const head = {
  title: 'Plan of the office',
  organization: 'Office of Rivers',
  acronym: 'OR',
  firstYear: '2023',
  lastYear: '2027',
};

const look = async (client: Client, text: string | Buffer, into?: string, name?: string): Promise<StrategyFileAnswer> =>
  okJson(
    await send(client, lookAtStrategyFile, {
      text,
      ...(name === undefined ? {} : { name }),
      fields: into === undefined ? {} : { into },
    }),
  );

const create = async (client: Client, text: string | Buffer = first, fields: Fields = head): Promise<ManagedTree> =>
  okJson(await send(client, createStrategyFromFile, { text, fields }));

const merge = (client: Client, tree: Pick<ManagedTree, 'id' | 'version'>, fields: Fields, text = second) =>
  send(client, mergeStrategyFile, { text, fields, version: tree.version }, { strategy: tree.id });

const everything = { added: 'true', changed: 'true', moved: 'true', removed: 'true' };
const treeOf = (client: Client, id: string) => client.ok(readStrategyTree, { params: { strategy: id } });
const shape = ({ goals }: ManagedTree) =>
  goals.map(({ code, shortName, objectives }) => [
    code,
    shortName,
    objectives.map((each) => `${each.code} ${each.shortName}`),
  ]);
const indicatorsOf = async (office: Office, id: string) => {
  const rows = await office.rows<{ code: string; definition: string }>(
    `select i.code, d.definition from indicators i join indicator_definitions d on d.indicator_id = i.id and d.number = i.definition_number where i.strategy_id = '${id}' order by i.code`,
  );
  return rows.map(({ code, definition }) => {
    const { name, unit, status } = JSON.parse(definition) as Readonly<Record<string, string>>;
    return [code, name, unit, status].join(' ');
  });
};

describe('a strategy from a file', () => {
  it('is shown whole before anything is saved, with its kind, its repairs and a free id', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const before = await office.rows('select count(*) from audit_entries');
    const answer = await look(administrator, first);
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
    const tree = await create(administrator);
    expect(tree).toMatchObject({ id: 'or-2023-2027', state: 'draft', vision: 'Clean rivers', version: 1 });
    expect(shape(tree)).toEqual([
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
    expect((await create(administrator, first, { ...head, id: 'rivers-next' })).id).toBe('rivers-next');
    for (const [id, words] of [
      ['rivers-next', /is a strategy "rivers-next" already/],
      ['Not An Id', /small letters/],
    ] as const) {
      const refusal = refusalOf(
        await send(administrator, createStrategyFromFile, { text: first, fields: { ...head, id } }),
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
    expect(await look(administrator, template.text, undefined, 'outline.csv')).toMatchObject({
      kind: 'outline',
      id: 'tip-office-2023-2027',
      counts: { goals: 1, objectives: 1, indicators: 1 },
    });
    const record = await administrator.raw({ method: 'GET', url: `/api/strategies/${strategy}/export/record` });
    const read = await look(administrator, record.text, strategy, 'record.json');
    expect(read.kind).toBe('record');
    expect(read.repairs[0]).toContain('npm run import-strategy');
    expect(read.difference?.changes).toEqual([]);
    const copy = await create(administrator, record.text, { ...head, acronym: 'NEXT' });
    expect(shape(copy)).toEqual(shape(await treeOf(administrator, strategy)));
  });

  it.each([
    ['a document type', '<!DOCTYPE a><StrategicPlan/>', 422, /DOCTYPE/],
    ['no goals', '<StrategicPlan/>', 422, /no goals/],
    ['no XML', '<StrategicPlan>', 422, /not a whole XML/],
  ])('is refused with a sentence where it holds %s', async (_what, text, status, words) => {
    const administrator = await (await openOffice()).signIn('administrator');
    const refusal = refusalOf(await send(administrator, lookAtStrategyFile, { text }));
    expect(refusal).toMatchObject({ status, errors: [{ pointer: '/file' }] });
    expect(refusal.detail).toMatch(words);
  });

  it('is refused above 50 MB, and from whoever may not manage strategies before the file is taken in', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const large = await send(administrator, lookAtStrategyFile, { text: Buffer.alloc(50_000_001, 'x') });
    expect(refusalOf(large)).toMatchObject({ status: 413, detail: expect.stringContaining('50 MB') });
    const viewer = await office.signIn('viewer');
    expect((await send(viewer, lookAtStrategyFile, { text: first })).status).toBe(403);
  });
});

describe('a newer edition of a strategy', () => {
  it('shows what it adds, changes, moves and removes', async () => {
    const administrator = await (await openOffice()).signIn('administrator');
    const tree = await create(administrator);
    expect((await look(administrator, first, tree.id)).difference?.changes).toEqual([]);
    const { difference } = await look(administrator, second, tree.id);
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
    const tree = await create(administrator);
    const merged = okJson<{ version: number; merged: number }>(await merge(administrator, tree, everything));
    expect(merged).toMatchObject({ version: 2, merged: 6 });
    const now = await treeOf(administrator, tree.id);
    expect(shape(now)).toEqual([
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
    expect((await look(administrator, second, tree.id)).difference?.changes).toEqual([]);
  });

  it('is merged only as far as it was chosen', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    const tree = await create(administrator);
    okJson(await merge(administrator, tree, { moved: 'true' }));
    expect(shape(await treeOf(administrator, tree.id))).toEqual([
      ['1', 'Water', ['1.1 Sampling']],
      ['2', 'Law', ['2.1 Permits', '2.2 Training']],
    ]);
    expect(await indicatorsOf(office, tree.id)).toHaveLength(2);
  });

  it('never takes away or moves what has figures, and says so', async () => {
    const office = await openOffice();
    const [administrator, planner] = [await office.signIn('administrator'), await office.signIn('planner')];
    const tree = await create(administrator);
    const params = { strategy: tree.id, indicator: '1.1-B', year: 2023 };
    await planner.ok(setTarget, { params, headers: { 'if-match': '"0"' }, body: { value: '10' } });
    const third = planOf([{ id: '_g2', name: 'Law', branches: [{ id: '_o3', name: 'Permits' }] }]);
    const { difference } = await look(administrator, third, tree.id);
    const gone = difference?.changes.filter(({ change }) => change === 'removed') ?? [];
    expect(gone.map(({ code, held }) => [code, held])).toEqual([
      ['1', 'It stays, because 1.1 is in it and stays.'],
      ['1.1', 'It stays, because 1.1-B is in it and stays.'],
      ['1.2', null],
      ['1.1-A', null],
      ['1.1-B', '1.1-B has targets or values: it keeps its place and is not retired here.'],
    ]);
    okJson(await merge(administrator, tree, everything, third));
    expect(shape(await treeOf(administrator, tree.id))).toEqual([
      ['1', 'Water', ['1.1 Sampling']],
      ['2', 'Law', ['2.1 Permits']],
    ]);
    expect(await indicatorsOf(office, tree.id)).toEqual(['1.1-A Samples people retired', '1.1-B Labs people proposed']);
  });

  it('is not merged into a strategy in force, over a version that is old, or where nothing would change', async () => {
    const administrator = await (await openOffice()).signIn('administrator');
    const tree = await create(administrator);
    expect(refusalOf(await merge(administrator, { ...tree, version: 7 }, everything)).code).toBe('stale');
    expect(refusalOf(await merge(administrator, tree, {}))).toMatchObject({
      code: 'refused',
      detail: expect.stringContaining('Nothing would change'),
    });
    expect(refusalOf(await merge(administrator, tree, everything, first)).code).toBe('refused');
    const forced = await administrator.ok(moveStrategy, {
      params: { strategy: tree.id },
      headers: { 'if-match': '"1"' },
      body: { state: 'in_force' },
    });
    expect(refusalOf(await merge(administrator, forced, everything))).toMatchObject({
      code: 'refused',
      detail: expect.stringContaining('in force'),
    });
    expect((await look(administrator, second, tree.id)).difference?.changes).toHaveLength(6);
  });
});
