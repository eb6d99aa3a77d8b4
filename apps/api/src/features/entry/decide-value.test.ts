import { approveValue, explainValue, returnValue, submitValue } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, dataVersionOf, everything, lastAudit } from '../../testing/audit.ts';
import { approve, enter, entryOf, giveBack, historyOf, latest, submit } from '../../testing/entries.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

/** Trained practitioners, of International Programs: nothing is entered, the target is 4,400. */
const indicator = '1.2-D';
const year = 2022;

const people = async (office: Office) => ({
  contributor: await office.signIn('contributor'),
  reviewer: await office.signIn('reviewer'),
});

describe('the way of a value', () => {
  it('goes from entry through submission and return to approval, and keeps every step', async () => {
    const office = await openOffice();
    const { contributor, reviewer } = await people(office);
    expect(await entryOf(contributor, indicator, year)).toMatchObject({ state: 'not_reported', version: 0 });
    const entered = await enter(contributor, indicator, year, { value: '4500', source: 'Training records' });
    expect(entered).toMatchObject({ state: 'draft', version: 1, value: '4500', recorded: { person: 'Priya Nair' } });
    office.clock.forward({ hours: 1 });
    expect(await submit(contributor, indicator, year)).toMatchObject({ state: 'submitted', version: 2 });
    office.clock.forward({ hours: 1 });
    const returned = await giveBack(reviewer, indicator, year, '  Name the quarter. ');
    expect(returned).toMatchObject({ state: 'returned', version: 3, returnNote: 'Name the quarter.', value: '4500' });
    const corrected = await enter(contributor, indicator, year, { source: 'Training records, quarter 4' });
    expect(corrected).toMatchObject({ state: 'draft', version: 4, value: '4500' });
    expect(await submit(contributor, indicator, year)).toMatchObject({ state: 'submitted', returnNote: null });
    office.clock.forward({ hours: 1 });
    const approved = await approve(reviewer, indicator, year);
    expect(approved).toMatchObject({ state: 'approved', version: 6, restated: false, submittedBy: 'contributor' });
    expect(approved.rating).toMatchObject({ rating: 'on_target', deviation: '2.3' });

    const { vintages } = await historyOf(contributor, indicator, year);
    expect(vintages.map(({ number, action, state, person }) => [number, action, state, person])).toEqual([
      [6, 'approved', 'approved', 'Ruth Calloway'],
      [5, 'submitted', 'submitted', 'Priya Nair'],
      [4, 'entered', 'draft', 'Priya Nair'],
      [3, 'returned', 'returned', 'Ruth Calloway'],
      [2, 'submitted', 'submitted', 'Priya Nair'],
      [1, 'entered', 'draft', 'Priya Nair'],
    ]);
    expect(vintages.map(({ at }) => at.slice(11, 16))).toEqual(['18:00', '17:00', '17:00', '17:00', '16:00', '15:00']);
    expect(vintages[3]).toMatchObject({ reason: 'Name the quarter.', source: 'Training records' });
  });

  it('writes vintage, current row and audit entry in one write, with what was and what is', async () => {
    const office = await openOffice();
    const { contributor } = await people(office);
    await enter(contributor, indicator, year, { value: '4500' });
    const [audit, data] = [await lastAudit(office), await dataVersionOf(office)];
    office.clock.forward({ hours: 1 });
    await enter(contributor, indicator, year, { value: '4501', note: 'One more.' });
    expect(await dataVersionOf(office)).toBe(data + 1);
    const entries = await auditAfter(office, audit);
    expect(entries).toMatchObject([
      { action: 'entered a value', person_id: 'contributor', subject_kind: 'value', at: '2026-01-15T16:00:00.000Z' },
    ]);
    expect(entries[0]?.subject_id).toBe(`fbs-2018-2022/indicator/${indicator}/${year}`);
    expect(JSON.parse(entries[0]?.before ?? '')).toMatchObject({
      value: '4500',
      state: 'draft',
      version: 1,
      note: null,
    });
    expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ value: '4501', state: 'draft', note: 'One more.' });
    const { vintages } = await historyOf(contributor, indicator, year);
    expect(vintages[0]?.at).toBe(entries[0]?.at);
  });

  it('names every step in the audit trail', async () => {
    const office = await openOffice();
    const { contributor, reviewer } = await people(office);
    const audit = await lastAudit(office);
    await enter(contributor, indicator, year, { value: '4500' });
    await submit(contributor, indicator, year);
    await giveBack(reviewer, indicator, year, 'Again.');
    await submit(contributor, indicator, year);
    await contributor.ok(explainValue, {
      ...(await latest(contributor, indicator, year)),
      body: { explanation: 'So.' },
    });
    await approve(reviewer, indicator, year);
    await enter(contributor, indicator, year, { value: '4600', reason: 'Recount.' });
    const entries = await auditAfter(office, audit);
    expect(entries.map(({ action, person_id }) => `${person_id} ${action}`)).toEqual([
      'contributor entered a value',
      'contributor submitted a value',
      'reviewer returned a value',
      'contributor submitted a value',
      'contributor explained a deviation',
      'reviewer approved a value',
      'contributor corrected an approved value',
    ]);
    expect(entries[0]?.before).toBeNull();
  });
});

describe('a step out of turn', () => {
  it.each([
    ['submitting what is not entered', submitValue, 'contributor', '1.2-D', 'There is no value to submit'],
    ['submitting what is submitted', submitValue, 'contributor', '2.2-A', 'submitted already'],
    ['submitting what is approved', submitValue, 'contributor', '1.1-C', 'approved already'],
    ['submitting what does not apply', submitValue, 'contributor-peia', '4.2-A', 'not applicable'],
    ['approving a draft', approveValue, 'reviewer', '3.2-A', 'Only a submitted value can be approved'],
    ['approving what was returned', approveValue, 'reviewer', '2.1-D', 'Only a submitted value can be approved'],
    ['approving what is approved', approveValue, 'reviewer', '1.1-C', 'approved already'],
  ] as const)('%s is refused with a sentence', async (_what, endpoint, persona, code, sentence) => {
    const office = await openOffice();
    const client = await office.signIn(persona);
    const before = await everything(office);
    const refusal = await client.refused(endpoint, await latest(client, code, year));
    expect(refusal).toMatchObject({ status: 409, code: 'conflict', detail: expect.stringContaining(sentence) });
    expect(await everything(office)).toBe(before);
  });

  it('returning what is approved, and returning without a note, are refused', async () => {
    const office = await openOffice();
    const { reviewer } = await people(office);
    const give = async (code: string, note: string) =>
      reviewer.refused(returnValue, { ...(await latest(reviewer, code, year)), body: { note } });
    expect(await give('1.1-C', 'No.')).toMatchObject({ status: 409 });
    expect(await give('2.2-A', ' \n ')).toMatchObject({ status: 422, errors: [{ pointer: '/note' }] });
  });
});

describe('approval', () => {
  it('is refused to whoever submitted, and to nobody else', async () => {
    const office = await openOffice();
    await office.change("insert into person_roles (person_id, role) values ('contributor', 'reviewer')");
    const { contributor, reviewer } = await people(office);
    const refusal = await contributor.refused(approveValue, await latest(contributor, '2.2-A', year));
    expect(refusal).toMatchObject({ status: 403, detail: expect.stringContaining('submitted this yourself') });
    const { rights } = await entryOf(contributor, '2.2-A', year);
    expect(rights).toMatchObject({ approve: false, return: true, lock: { sentence: refusal.detail } });
    expect(await approve(reviewer, '2.2-A', year)).toMatchObject({ state: 'approved' });
  });
});

describe('the explanation of a deviation', () => {
  it('is demanded before submission where the target is missed, with the sentence of the rating', async () => {
    const office = await openOffice();
    const { contributor } = await people(office);
    await enter(contributor, indicator, year, { value: '4000' });
    const refusal = await contributor.refused(submitValue, await latest(contributor, indicator, year));
    expect(refusal).toMatchObject({ status: 422, code: 'invalid', errors: [{ pointer: '/explanation' }] });
    expect(refusal.detail).toContain('4,000 is 9.1% under the target of 4,400');
    await enter(contributor, indicator, year, { explanation: 'Two courses were postponed.' });
    expect(await submit(contributor, indicator, year)).toMatchObject({ state: 'submitted', explanationMissing: false });
  });

  it('is demanded where the target is exceeded by more than the threshold, and not at the threshold', async () => {
    const office = await openOffice();
    const { contributor } = await people(office);
    await enter(contributor, indicator, year, { value: '4840.1' });
    expect(await contributor.refused(submitValue, await latest(contributor, indicator, year))).toMatchObject({
      errors: [{ pointer: '/explanation' }],
    });
    await enter(contributor, indicator, year, { value: '4840' });
    expect(await submit(contributor, indicator, year)).toMatchObject({
      rating: { rating: 'on_target', deviation: '10' },
    });
  });

  it('can be added to a published value that misses its target, which stays approved', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor-rpa');
    expect(await entryOf(contributor, '5.2-C', year)).toMatchObject({ state: 'approved', explanationMissing: true });
    const call = { ...(await latest(contributor, '5.2-C', year)), body: { explanation: ' The release slipped. ' } };
    const explained = await contributor.ok(explainValue, call);
    expect(explained).toMatchObject({
      state: 'approved',
      explanationMissing: false,
      value: '19',
      verification: 'derived',
    });
    expect(explained).toMatchObject({ explanation: 'The release slipped.', restated: false, illustrative: false });
  });

  it('is refused where it is blank, and where there is nothing to explain yet', async () => {
    const office = await openOffice();
    const { contributor } = await people(office);
    const explain = async (code: string, explanation: string) =>
      contributor.refused(explainValue, { ...(await latest(contributor, code, year)), body: { explanation } });
    expect(await explain('2.2-A', '  ')).toMatchObject({ status: 422, errors: [{ pointer: '/explanation' }] });
    expect(await explain('1.2-D', 'So.')).toMatchObject({
      status: 409,
      detail: expect.stringContaining('enter a value'),
    });
    expect(await explain('3.2-A', 'So.')).toMatchObject({
      status: 409,
      detail: expect.stringContaining('together with'),
    });
  });
});
