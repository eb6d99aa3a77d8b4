import { changeIndicator, recordValue, setTarget } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { everything } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { approve, entryOf, latest, placed, rightsOf, seen } from '../../testing/entries.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const noRights = { enter: false, submit: false, approve: false, return: false };

const cases = [
  ['computed', '1.2-C', 2022, 'contributor-rpa', 422, 'computed from other figures', 'computed'],
  ['in a final review', '2.2-A', 2021, 'planner', 409, 'is final', 'period_frozen'],
] as const;

describe('an entry that nobody may change', () => {
  it.each(cases)('%s is refused with a sentence', async (_what, code, year, persona, status, sentence, reason) => {
    const office = await openOffice();
    const client = await office.signIn(persona);
    const before = await everything(office);
    const call = { ...(await latest(client, code, year)), body: { value: '1', reason: 'Wrong.' } };
    const refusal = await client.refused(recordValue, call);
    expect(refusal).toMatchObject({ status, detail: expect.stringContaining(sentence) });
    expect(await rightsOf(client, code, year)).toMatchObject({ ...noRights, lock: { reason } });
    expect(await everything(office)).toBe(before);
  });

  it.each([2017, 2023])('in FY %i, which the strategy does not cover, is refused', async (year) => {
    const planner = await (await openOffice()).signIn('planner');
    for (const [endpoint, body] of [
      [recordValue, { value: '1' }],
      [setTarget, { value: '1' }],
    ] as const) {
      const refusal = await planner.refused(endpoint, { ...placed('2.2-A', year), headers: seen(0), body });
      expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/year' }] });
      expect(refusal.detail).toContain('outside the strategy of 2018 to 2022: choose a year of the strategy');
    }
    expect(await rightsOf(planner, '2.2-A', year)).toMatchObject({ ...noRights, setTarget: false });
  });

  it('of an indicator or a strategy that does not exist is not found', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const call = { ...placed('9.9-Z', 2022), headers: seen(0), body: { value: '1' } };
    const noIndicator = await planner.refused(recordValue, call);
    expect(noIndicator).toMatchObject({ status: 404, detail: expect.stringContaining('9.9-Z') });
    const elsewhere = { ...call, params: { ...call.params, strategy: 'fbs-1999' } };
    const noStrategy = await planner.refused(recordValue, elsewhere);
    expect(noStrategy).toMatchObject({ status: 404, detail: expect.stringContaining('"fbs-1999"') });
  });

  it('of a retired indicator keeps its record as it is', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const params = { strategy, indicator: '1.2-D' };
    const change = { reason: 'Replaced.', definition: { status: 'retired' as const } };
    await planner.ok(changeIndicator, { params, headers: seen(2), body: change });
    const call = { ...(await latest(planner, '1.2-D', 2022)), body: { value: '1' } };
    expect(await planner.refused(recordValue, call)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('retired'),
    });
    expect(await rightsOf(planner, '1.2-D', 2022)).toMatchObject({
      ...noRights,
      setTarget: false,
      lock: { reason: 'retired' },
    });
  });

  it('on a past day offers nothing, and says to go back to today', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { rights } = await entryOf(planner, '1.2-D', 2022, '2023-05-01');
    expect(rights).toMatchObject({ ...noRights, setTarget: false, lock: { reason: 'as_of_view' } });
  });
});

describe('while the review of the year is in clearance', () => {
  const inClearance = async (): Promise<Office> => {
    const office = await openOffice();
    await office.change("update reviews set state = 'in_clearance' where year = 2022");
    return office;
  };

  it.each([
    ['entering', recordValue, { value: '1' }, '1.2-D'],
    ['setting a target', setTarget, { value: '1', reason: 'So.' }, '1.2-D'],
  ] as const)('%s is refused: nothing enters or leaves it', async (_what, endpoint, body, code) => {
    const office = await inClearance();
    const planner = await office.signIn('planner');
    const before = await everything(office);
    const version = endpoint === setTarget ? 1 : 0;
    const refusal = await planner.refused(endpoint, { ...placed(code, 2022), headers: seen(version), body });
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('in clearance') });
    expect(await rightsOf(planner, code, 2022)).toMatchObject({
      enter: false,
      setTarget: false,
      lock: { reason: 'in_clearance' },
    });
    expect(await everything(office)).toBe(before);
  });

  it('a reviewer still approves what was submitted, since signing off asks for it', async () => {
    const office = await inClearance();
    const reviewer = await office.signIn('reviewer');
    expect(await rightsOf(reviewer, '2.2-A', 2022)).toMatchObject({ approve: true, return: true, enter: false });
    expect(await approve(reviewer, '2.2-A', 2022)).toMatchObject({ state: 'approved' });
  });
});
