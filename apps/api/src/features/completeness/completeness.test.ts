import { changeIndicator, readCompleteness, readIndicator, readOverview, sendReminders } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, seen, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const boardOf = (client: Client, year = 2022) =>
  client.ok(readCompleteness, { params: { strategy }, querystring: { year } });
const lineOf = async (client: Client, indicator: string) =>
  (await boardOf(client)).overdue.find((each) => each.indicator === indicator);
const asking = (...indicators: string[]) => ({
  params: { strategy },
  body: { entries: indicators.map((indicator) => ({ indicator, year: 2022 })) },
});

describe('the board', () => {
  it('counts what the overview counts, in every year', async () => {
    const client = await (await openOffice()).signIn('viewer');
    for (const year of [2018, 2020, 2022]) {
      const { rollUp } = await client.ok(readOverview, { params: { strategy }, querystring: { year } });
      const board = await boardOf(client, year);
      expect(board.total).toMatchObject({ due: rollUp.due, reported: rollUp.reported });
      const sum = (of: 'due' | 'reported') =>
        board.sections.flatMap(({ cells }) => cells).reduce((all, cell) => all + cell[of], 0);
      expect([sum('due'), sum('reported')]).toEqual([rollUp.due, rollUp.reported]);
      expect(board.overdue).toHaveLength(rollUp.due - rollUp.reported);
    }
  });

  it('names what is overdue, oldest first, whom a reminder reaches, and offers it to planners alone', async () => {
    const office = await openOffice();
    const { overdue } = await boardOf(await office.signIn('planner'));
    const days = overdue.map(({ dueDay }) => dueDay);
    expect(days).toEqual([...days].sort());
    const line = overdue.find(({ indicator }) => indicator === '1.2-D');
    expect(line).toMatchObject({ receivers: [{ name: 'Priya Nair' }], remindedOn: null });
    expect(line?.rights.remind).toEqual([{ id: 'contributor', name: 'Priya Nair' }]);
    const own = overdue.find(({ indicator }) => indicator === '5.1-A');
    expect(own?.rights.remind).toEqual([{ id: 'planner-2', name: 'Marcus Hale' }]);
    for (const persona of ['contributor', 'reviewer', 'viewer', 'administrator']) {
      expect((await lineOf(await office.signIn(persona), '1.2-D'))?.rights.remind).toEqual([]);
    }
  });

  it('counts by owner where owners are set', async () => {
    const planner = await (await openOffice()).signIn('planner');
    expect((await boardOf(planner)).owners).toEqual([]);
    const params = { strategy, indicator: '1.2-D' };
    const { version } = await planner.ok(readIndicator, { params });
    const body = { reason: 'Named who answers for it.', definition: { owner: 'Priya Nair' } };
    await planner.ok(changeIndicator, { params, headers: seen(version), body });
    expect((await boardOf(planner)).owners).toMatchObject([{ owner: 'Priya Nair', due: 1, reported: 0, percent: 0 }]);
  });
});

describe('a past day', () => {
  it('shows what was missing then, without a reminder that came later, and offers none', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await planner.ok(sendReminders, asking('1.2-D'));
    const querystring = { year: 2022, asOf: '2022-12-15' };
    const board = await planner.ok(readCompleteness, { params: { strategy }, querystring });
    expect(board.total).toMatchObject({ due: 15, reported: 10 });
    expect(board.overdue.find(({ indicator }) => indicator === '1.2-D')).toMatchObject({
      remindedOn: null,
      lock: null,
      rights: { remind: [] },
    });
  });
});

describe('a reminder', () => {
  it('goes to the contributors of the section, and at most once a day', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await lastAudit(office);
    const answer = await planner.ok(sendReminders, asking('1.2-D'));
    expect(answer).toEqual({
      sent: 1,
      mailed: 0,
      sentence: 'Reminded Priya Nair of 1.2-D for FY 2022. No mail server is set up: reminders stay in the product.',
    });
    expect((await auditAfter(office, before)).map(({ action }) => action)).toEqual(['sent a reminder']);
    expect(await lineOf(planner, '1.2-D')).toMatchObject({ remindedOn: '2026-01-15', rights: { remind: [] } });
    const again = await (await office.signIn('planner-2')).refused(sendReminders, asking('1.2-D'));
    expect(again).toMatchObject({
      code: 'conflict',
      detail: '1.2-D, FY 2022: Priya Nair got a reminder today already; try again tomorrow.',
    });
    office.clock.forward({ hours: 11 });
    expect((await planner.ok(sendReminders, asking('1.2-D'))).sent).toBe(1);
  });

  it('goes to the planners of a section without contributors, and never to the sender', async () => {
    const office = await openOffice();
    const answer = await (await office.signIn('planner')).ok(sendReminders, asking('5.1-A'));
    expect(answer.sentence).toMatch(/^Reminded Marcus Hale of 5\.1-A for FY 2022\./);
    await office.change("update people set active = 0 where id = 'planner'");
    const alone = await (await office.signIn('planner-2')).refused(sendReminders, asking('5.1-A'));
    expect(alone.detail).toContain('there is nobody but you to remind');
  });

  it('is not sent for what is reported already; a list is sent without it', async () => {
    const office = await openOffice();
    const [planner, contributor] = [await office.signIn('planner'), await office.signIn('contributor')];
    await enter(contributor, '1.2-D', 2022, { value: '4870', explanation: 'Two courses were added.' });
    await submit(contributor, '1.2-D', 2022);
    const { detail } = await planner.refused(sendReminders, asking('1.2-D'));
    expect(detail).toBe('1.2-D, FY 2022: This value is reported already.');
    expect((await planner.ok(sendReminders, asking('1.2-D', '5.1-A', '5.1-A'))).sent).toBe(1);
  });

  it('is not sent where the year is frozen', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const entries = [{ indicator: '1.2-D', year: 2019 }];
    const { detail } = await planner.refused(sendReminders, { params: { strategy }, body: { entries } });
    expect(detail).toContain('FY 2019 is final');
  });
});
