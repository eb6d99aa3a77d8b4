import {
  addLinkage,
  type FrameworkLoad,
  frameworkLoad,
  loadFramework,
  readElement,
  readFrameworkTemplate,
  readLinkages,
  removeFramework,
  removeLinkage,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { type Client, type Refusal, type Reply, refusalOf, urlOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { linkagePlace, sampleLinkage } from '../../testing/linkages.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const params = { strategy };

type Sent = {
  readonly csv: string;
  readonly code?: string;
  readonly title?: string;
  readonly gone?: 'keep' | 'remove';
  /** What was seen; undefined: it is only looked at. */
  readonly version?: number;
};

const send = async (client: Client, { csv, version, ...fields }: Sent): Promise<Reply> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ code: 'SDG-2030', title: 'Goals for 2030', ...fields }))
    form.append(name, value);
  form.append('file', new File([csv], 'elements.csv'));
  const sent = new Response(form);
  return client.raw({
    method: 'POST',
    url: urlOf(loadFramework, { params, querystring: { dryRun: version === undefined } }),
    headers: {
      'content-type': sent.headers.get('content-type') ?? '',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
};

const load = async (client: Client, sent: Sent): Promise<FrameworkLoad> => {
  const reply = await send(client, sent);
  if (reply.status !== 200) throw new Error(reply.text);
  return frameworkLoad.parse(JSON.parse(reply.text));
};

const refused = async (client: Client, sent: Sent): Promise<Refusal> => refusalOf(await send(client, sent));

const elementsOf = async (client: Client, code: string, asOf?: string) => {
  const { frameworks } = await client.ok(readLinkages, { params, querystring: { year: 2022, asOf } });
  return frameworks.find((each) => each.code === code)?.elements.map(({ code, parent, text }) => [code, parent, text]);
};

const outcomes = ({ elements }: FrameworkLoad) =>
  elements.map(({ code, outcome, depth }) => `${'  '.repeat(depth)}${code} ${outcome}`);

const head = 'code,parent,level,text,label,quote\n';
const sdg = `${head}5,,goal,Gender equality,,\n5.2,5,target,End all violence against women,SDG 5.2,\n8,,goal,Decent work,,\n8.7,8,target,End modern slavery,,\n`;

describe('a framework that is new', () => {
  it('is looked at without being saved, then saved as it was shown', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await everything(office);
    const looked = await load(planner, { csv: sdg });
    expect(looked.framework).toEqual({ code: 'SDG-2030', title: 'Goals for 2030', isNew: true, version: 0 });
    expect(outcomes(looked)).toEqual(['5 added', '  5.2 added', '8 added', '  8.7 added']);
    expect(looked.elements.map(({ label }) => label)).toEqual(['Goal 5', 'SDG 5.2', 'Goal 8', 'Target 8.7']);
    expect(await everything(office)).toBe(before);
    const last = await lastAudit(office);
    const saved = await load(planner, { csv: sdg, version: 0 });
    expect(saved).toMatchObject({ saved: true, framework: { version: 1 } });
    expect(await elementsOf(planner, 'SDG-2030')).toEqual([
      ['5', null, 'Gender equality'],
      ['5.2', '5', 'End all violence against women'],
      ['8', null, 'Decent work'],
      ['8.7', '8', 'End modern slavery'],
    ]);
    expect(await elementsOf(planner, 'SDG-2030', '2026-01-14')).toBeUndefined();
    expect((await auditAfter(office, last)).map(({ action }) => action)).toEqual(['loaded a framework']);
  });

  it('is refused row by row, with the path that closes a circle, and nothing of it is saved', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const csv = `${head}A,C,goal,a,,\nB,A,goal,b,,\nC,B,goal,c,,\nD,X,goal,d,,\nE,,goal,,,\nE,,goal,e,,\n`;
    const looked = await load(planner, { csv });
    expect(looked.counts).toMatchObject({ refused: 6, added: 0 });
    const sentences = new Map(looked.elements.map(({ row, sentence }) => [row, sentence]));
    expect(sentences.get(2)).toContain('A > B > C > A closes a circle');
    expect(sentences.get(5)).toContain('There is no element X');
    expect(sentences.get(6)).toBe('Write the text of the element.');
    expect(sentences.get(7)).toContain('E stands in row 6 already');
    const before = await everything(office);
    const refusal = await refused(planner, { csv, version: 0 });
    expect(refusal).toMatchObject({ code: 'invalid', status: 422 });
    expect(refusal.errors?.map(({ pointer }) => pointer)).toContain('/file/rows/2');
    expect(await everything(office)).toBe(before);
  });

  it.each([
    [{ csv: sdg, code: '../x' }, '/code'],
    [{ csv: sdg, title: ' ' }, '/title'],
    [{ csv: 'one,two\n1,2\n' }, '/file'],
    [{ csv: '' }, '/file'],
  ])('%j is refused as a whole, where it is to be mended', async (sent, pointer) => {
    const refusal = await refused(await (await openOffice()).signIn('planner'), sent);
    expect(refusal.errors).toMatchObject([{ pointer }]);
  });

  it('of more than a megabyte is not read', async () => {
    const planner = await (await openOffice()).signIn('planner');
    expect((await refused(planner, { csv: `${sdg}${'x'.repeat(1_000_001)}` })).code).toBe('too_large');
  });
});

describe('a later load', () => {
  const later = `${head}8,,goal,Decent work and growth,,\n8.7,8,target,End modern slavery,,\n16,,goal,Peace,,\n`;

  it('shows the difference, keeps what is not in the file unless asked, and leaves past days as they were', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await load(planner, { csv: sdg, version: 0 });
    office.clock.forward({ hours: 48 });
    const again = await office.signIn('planner');
    const looked = await load(again, { csv: later });
    expect(outcomes(looked)).toEqual(['8 changed', '  8.7 unchanged', '16 added', '5 gone', '  5.2 gone']);
    expect(looked.framework).toMatchObject({ isNew: false, version: 1, title: 'Goals for 2030' });
    await load(again, { csv: later, version: 1 });
    expect((await elementsOf(again, 'SDG-2030'))?.map(([code]) => code)).toEqual(['8', '8.7', '16', '5', '5.2']);
    expect((await elementsOf(again, 'SDG-2030', '2026-01-16'))?.map(([code]) => code)).toEqual([
      '5',
      '5.2',
      '8',
      '8.7',
    ]);
    expect((await elementsOf(again, 'SDG-2030', '2026-01-16'))?.[2]).toEqual(['8', null, 'Decent work']);
  });

  it('removes what is gone on request, but never an element that linkages lead to', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await load(planner, { csv: sdg, version: 0 });
    const to = { framework: 'SDG-2030', element: '5.2' };
    const linkage = await planner.ok(addLinkage, { params, body: { ...sampleLinkage, ...to } });
    const looked = await load(planner, { csv: later });
    expect(outcomes(looked).slice(3)).toEqual(['5 held', '  5.2 held']);
    expect(looked.elements.at(-1)?.sentence).toBe('1 linkage leads here: remove or move them first.');
    await load(planner, { csv: later, version: 1, gone: 'remove' });
    expect((await elementsOf(planner, 'SDG-2030'))?.map(([code]) => code)).toEqual(['8', '8.7', '16', '5', '5.2']);
    await planner.ok(removeLinkage, { ...linkagePlace(linkage), body: {} });
    await load(planner, { csv: later, version: 2, gone: 'remove' });
    expect((await elementsOf(planner, 'SDG-2030'))?.map(([code]) => code)).toEqual(['8', '8.7', '16']);
    const gone = { params: { ...params, ...to }, querystring: {} };
    expect((await planner.refused(readElement, gone)).code).toBe('not_found');
    await load(planner, { csv: sdg, version: 3 });
    expect((await planner.ok(readElement, gone)).history.map(({ action }) => action)).toEqual(['removed', 'added']);
  });

  it('is refused where somebody loaded it meanwhile, with how it would stand now, and without a version', async () => {
    const planner = await (await openOffice()).signIn('planner');
    await load(planner, { csv: sdg, version: 0 });
    const stale = await refused(planner, { csv: later, version: 0 });
    expect(stale.code).toBe('stale');
    expect(frameworkLoad.parse(stale.current).framework.version).toBe(1);
    expect((await refused(planner, { csv: sdg, version: 1 })).code).toBe('refused');
  });

  it('of the template as it was downloaded changes nothing, for every framework that is recorded', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { frameworks } = await planner.ok(readLinkages, { params, querystring: { year: 2022 } });
    for (const { code } of frameworks) {
      const reply = await planner.send(readFrameworkTemplate, { params, querystring: { framework: code } });
      const { counts } = await load(planner, { csv: reply.text, code });
      expect(counts).toMatchObject({ added: 0, changed: 0, gone: 0, held: 0, refused: 0 });
    }
  });
});

describe('taking a framework out', () => {
  const place = (version: number, framework = 'SDG-2030') => ({
    params: { strategy, framework },
    headers: { 'if-match': `"${version}"` },
  });

  it('hides it from that day on, and a later load under the same code brings it back', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await load(planner, { csv: sdg, version: 0 });
    office.clock.forward({ hours: 48 });
    const later = await office.signIn('planner');
    const last = await lastAudit(office);
    expect(await later.ok(removeFramework, place(1))).toEqual({ code: 'SDG-2030', version: 2, elements: 4 });
    expect(await elementsOf(later, 'SDG-2030')).toBeUndefined();
    expect(await elementsOf(later, 'SDG-2030', '2026-01-16')).toHaveLength(4);
    expect((await auditAfter(office, last)).map(({ action }) => action)).toEqual(['removed a framework']);
    expect((await later.refused(removeFramework, place(2))).code).toBe('not_found');
    const back = await load(later, { csv: sdg, title: 'Goals, named anew', version: 2 });
    expect(back.framework).toMatchObject({ title: 'Goals, named anew', version: 3 });
    expect(await elementsOf(later, 'SDG-2030')).toHaveLength(4);
  });

  it('is refused while linkages lead to it, where somebody loaded it meanwhile, and to others than planners', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const jsp = await planner.refused(removeFramework, place(1, 'JSP-2018-2022'));
    expect(jsp).toMatchObject({
      code: 'conflict',
      detail: '5 linkages lead to JSP-2018-2022: remove or move them first.',
    });
    await load(planner, { csv: sdg, version: 0 });
    expect(await planner.refused(removeFramework, place(0))).toMatchObject({ code: 'stale', current: { version: 1 } });
    expect((await (await office.signIn('viewer')).refused(removeFramework, place(1))).code).toBe('not_allowed');
  });
});

it('is for planners alone, and the template for everybody', async () => {
  const viewer = await (await openOffice()).signIn('viewer');
  expect((await refused(viewer, { csv: sdg })).code).toBe('not_allowed');
  const reply = await viewer.send(readFrameworkTemplate, { params });
  expect(reply.headers['content-disposition']).toContain('framework-template.csv');
  expect(reply.text).toContain('code,parent,level,text,label,quote');
});
