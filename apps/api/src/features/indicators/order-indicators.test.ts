import { changeIndicator, orderIndicators, readIndicator, readObjective, readPlan } from '@fbs/contract';
import { expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { seen } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const codesOf = async (client: Client, code: string): Promise<string[]> =>
  (await client.ok(readObjective, { params: { strategy, code } })).indicators.map((line) => line.code);

const orderOf = (objective: string, codes: readonly string[]) => ({
  params: { strategy },
  body: { objective, codes },
});

it('puts the indicators of one objective in another order, on every screen, and moves nothing else', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const last = await lastAudit(office);
  const others = await codesOf(planner, '2.1');
  const codes = (await codesOf(planner, '1.1')).toReversed();
  expect(await planner.ok(orderIndicators, orderOf('1.1', codes))).toEqual({ objective: '1.1', codes });
  expect(await codesOf(planner, '1.1')).toEqual(codes);
  expect(await codesOf(planner, '2.1')).toEqual(others);
  const plan = await planner.ok(readPlan, { params: { strategy } });
  const inPlan = plan.goals.flatMap((goal) => goal.objectives).find(({ code }) => code === '1.1');
  expect(inPlan?.indicators.map(({ code }) => code)).toEqual(codes);
  expect((await auditAfter(office, last)).map(({ action }) => action)).toEqual(['ordered indicators']);
});

it('leaves no trace where the order is what it was', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const last = await lastAudit(office);
  await planner.ok(orderIndicators, orderOf('1.1', await codesOf(planner, '1.1')));
  expect(await auditAfter(office, last)).toEqual([]);
});

it('refuses an order of other indicators than there are now, with those that are', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const codes = await codesOf(planner, '1.1');
  const { version } = await planner.ok(readIndicator, { params: { strategy, indicator: '1.1-D' } });
  await planner.ok(changeIndicator, {
    params: { strategy, indicator: '1.1-D' },
    headers: seen(version),
    body: { reason: 'Not used.', definition: { status: 'retired' } },
  });
  const before = await everything(office);
  const now = codes.filter((code) => code !== '1.1-D');
  expect(await planner.refused(orderIndicators, orderOf('1.1', codes.toReversed()))).toMatchObject({
    status: 412,
    current: { objective: '1.1', codes: now },
  });
  expect((await planner.refused(orderIndicators, orderOf('1.1', [...now.slice(1), '2.1-A']))).code).toBe('stale');
  expect((await planner.refused(orderIndicators, orderOf('1.1', [...now, now[0] ?? '']))).code).toBe('invalid');
  expect(await everything(office)).toBe(before);
  await planner.ok(orderIndicators, orderOf('1.1', now.toReversed()));
  expect(await codesOf(planner, '1.1')).toEqual(now.toReversed());
});
