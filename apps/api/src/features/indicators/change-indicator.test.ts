import {
  type CallInput,
  changeIndicator,
  type IndicatorPage,
  listIndicators,
  readIndicator,
  readOverview,
} from '@fbs/contract';
import { findInDefinition } from '@fbs/core';
import { expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { seen } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

type Changes = CallInput<typeof changeIndicator>['body']['definition'];

const pageOf = (client: Client, indicator: string): Promise<IndicatorPage> =>
  client.ok(readIndicator, { params: { strategy, indicator } });

const changeOf = async (client: Client, indicator: string, definition: Changes, reason = 'Clearer words.') => ({
  params: { strategy, indicator },
  headers: seen((await pageOf(client, indicator)).version),
  body: { reason, definition },
});

const change = async (client: Client, indicator: string, definition: Changes) =>
  client.ok(changeIndicator, await changeOf(client, indicator, definition));

const refused = async (client: Client, indicator: string, definition: Changes) =>
  client.refused(changeIndicator, await changeOf(client, indicator, definition));

it('finds nothing to mend in the definitions that the product starts with', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  const { indicators } = await client.ok(listIndicators, { params: { strategy } });
  const all = await Promise.all(indicators.map(({ code }) => pageOf(client, code)));
  for (const { code, definition } of all) expect([code, findInDefinition(code, definition, all)]).toEqual([code, []]);
});

it('adds a version with its reason and person, keeps the one before, and leaves a trace', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const last = await lastAudit(office);
  const before = await pageOf(planner, '2.2-A');
  const page = await change(planner, '2.2-A', { limitations: 'Counts services, not people.' });
  expect(page.version).toBe(before.version + 1);
  expect(page.definition).toEqual({ ...before.definition, limitations: 'Counts services, not people.' });
  expect(page.definitionVersions[0]).toMatchObject({ reason: 'Clearer words.', person: 'Dana Whitfield' });
  expect(page.definitionVersions[1]?.definition).toEqual(before.definition);
  expect(await auditAfter(office, last)).toMatchObject([
    { action: 'changed a definition', subject_id: `${strategy}/indicator/2.2-A` },
  ]);
});

it.each([
  ['tolerance', { tolerance: '2' }],
  ['cumulativeSince', { cumulativeSince: '2017-10-01' }],
  ['decimals', { kind: 'milestone', decimals: 1, baseline: null }],
  ['section', { section: 'XYZ' }],
  [
    'computed/numerator',
    {
      kind: 'percent',
      disaggregations: [],
      computed: { kind: 'share', numerator: { indicator: '2.1-B' }, denominator: { indicator: '1.2-A' } },
    },
  ],
] as const)('refuses what does not fit and points at %s', async (pointer, definition) => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const before = await everything(office);
  const refusal = await refused(planner, '2.2-A', definition);
  expect(refusal.code).toBe('invalid');
  expect(refusal.errors?.map((each) => each.pointer)).toEqual([`/definition/${pointer}`]);
  expect(await everything(office)).toBe(before);
});

it('points at everything to mend at once, and says how much more there is than the first', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const refusal = await refused(planner, '2.2-A', { tolerance: '2', cumulativeSince: '2017-10-01' });
  expect(refusal.errors).toHaveLength(2);
  expect(refusal.detail).toMatch(/^Only a figure that is to be kept has a tolerance.* 1 more to fix/);
});

it('keeps what a computed indicator takes from another', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  expect(await refused(planner, '2.1-A', { disaggregations: [] })).toMatchObject({
    code: 'invalid',
    detail: '2.1-B is computed from the category "labor": keep it, or change 2.1-B first.',
  });
  expect((await refused(planner, '2.1-A', { status: 'retired' })).detail).toMatch(/change or retire 2\.1-B first/);
  await change(planner, '2.1-B', { status: 'retired' });
  expect((await change(planner, '2.1-A', { status: 'retired' })).definition.status).toBe('retired');
});

it('takes a retired indicator out of the counts, keeps its record, and brings it back only by adopting it', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const last = await lastAudit(office);
  const query = { params: { strategy }, querystring: { year: 2021 } };
  const counted = async () => (await planner.ok(readOverview, query)).rollUp.indicators;
  const before = await counted();
  const { years } = await pageOf(planner, '2.2-A');
  const retired = await change(planner, '2.2-A', { status: 'retired' });
  expect(await counted()).toBe(before - 1);
  expect(retired.years.map(({ value }) => value)).toEqual(years.map(({ value }) => value));
  expect((await refused(planner, '2.2-A', { name: 'Other' })).detail).toMatch(/adopt it again to change it/);
  await change(planner, '2.2-A', { status: 'adopted' });
  expect(await counted()).toBe(before);
  expect((await auditAfter(office, last)).map(({ action }) => action)).toEqual([
    'retired an indicator',
    'adopted an indicator',
  ]);
});

it('asks for a reason, for the version that was seen, and for something that changes', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const input = await changeOf(planner, '2.2-A', { owner: 'Program desk' }, '  ');
  expect((await planner.refused(changeIndicator, input)).errors?.[0]?.pointer).toBe('/reason');
  const { headers: _headers, ...unseen } = await changeOf(planner, '2.2-A', { owner: 'Program desk' });
  expect((await planner.send(changeIndicator, unseen)).status).toBe(428);
  const { definition } = await pageOf(planner, '2.2-A');
  expect((await refused(planner, '2.2-A', { name: definition.name })).code).toBe('refused');
  const stale = await changeOf(planner, '2.2-A', { owner: 'Program desk' });
  await change(planner, '2.2-A', { owner: 'Grants desk' });
  const refusal = await planner.refused(changeIndicator, stale);
  expect(refusal).toMatchObject({ code: 'stale', current: { definition: { owner: 'Grants desk' } } });
});

it('keeps the five items and the five standards with the definition', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const dataQuality = {
    items: { verified_how: 'Two officers compare.', source: 'Award reports' },
    standards: { validity: { answer: 'concern' as const, note: 'Counts visits.', assessedOn: '2022-03-01' } },
  };
  const page = await change(planner, '3.2-B', { dataQuality });
  expect(page.definition.dataQuality).toEqual(dataQuality);
  expect(page.dataQuality.answered).toBe(2);
  const unsaid = {
    items: {},
    standards: { validity: { answer: 'concern' as const, note: ' ', assessedOn: '2022-03-01' } },
  };
  expect((await refused(planner, '3.2-B', { dataQuality: unsaid })).errors?.[0]?.pointer).toBe(
    '/definition/dataQuality/standards/validity/note',
  );
});
