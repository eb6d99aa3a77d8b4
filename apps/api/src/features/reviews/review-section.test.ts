import {
  addCorrectiveAction,
  clearReviewSection,
  returnReviewSection,
  submitReviewSection,
  updateCorrectiveAction,
  writeReviewSection,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { seen } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';
import { doOnReview, refusedOnReview, sectionOf } from '../../testing/reviews.ts';

const openOffice = useOffices();

const at = (objective: string, body?: unknown) => ({ params: { objective }, body });

describe('a section', () => {
  it("changes only where something is sent, keeps every version, and is nobody's invention any more", async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await sectionOf(planner, '1.2');
    expect(before).toMatchObject({ state: 'drafting', narrative: null, illustrative: true });
    const audit = await lastAudit(office);
    const evidence = [{ title: 'TIP Report', url: 'https://www.state.gov/reports/' }];
    await doOnReview(planner, writeReviewSection, at('1.2', { narrative: 'Courses were held.', evidence }));
    const after = await sectionOf(planner, '1.2');
    const { assessment, departureReason, decisions, version } = before;
    expect(after).toMatchObject({ assessment, departureReason, decisions, evidence, narrative: 'Courses were held.' });
    expect(after).toMatchObject({ version: version + 1, state: 'drafting', illustrative: false });
    await doOnReview(planner, writeReviewSection, at('1.2', { narrative: null, decisions: '  ' }));
    expect(await sectionOf(planner, '1.2')).toMatchObject({ narrative: null, decisions: null, evidence });
    const entries = await auditAfter(office, audit);
    expect(entries.map(({ action, person_id }) => [action, person_id])).toEqual([
      ['wrote a section', 'planner'],
      ['wrote a section', 'planner'],
    ]);
    expect(JSON.parse(entries[1]?.before ?? '')).toMatchObject({ narrative: 'Courses were held.' });
    expect(JSON.parse(entries[1]?.after ?? '')).toMatchObject({ narrative: null });
  });

  it('is not submitted without assessment and narrative', async () => {
    const planner = await (await openOffice()).signIn('planner');
    expect(await refusedOnReview(planner, submitReviewSection, at('1.2'))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/narrative' }],
    });
    await doOnReview(planner, writeReviewSection, at('1.2', { assessment: null, narrative: 'Held.' }));
    expect(await refusedOnReview(planner, submitReviewSection, at('1.2'))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/assessment' }],
    });
  });

  it('is returned with a note, mended, submitted and cleared', async () => {
    const office = await openOffice();
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    expect(await refusedOnReview(reviewer, returnReviewSection, at('3.2', { note: '' }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/note' }],
    });
    await doOnReview(reviewer, returnReviewSection, at('3.2', { note: ' Say why. ' }));
    expect(await sectionOf(planner, '3.2')).toMatchObject({ state: 'returned', returnNote: 'Say why.' });
    await doOnReview(planner, writeReviewSection, at('3.2', { narrative: 'Because the last quarter is missing.' }));
    await doOnReview(planner, submitReviewSection, at('3.2'));
    expect(await sectionOf(planner, '3.2')).toMatchObject({
      state: 'submitted',
      returnNote: null,
      submittedBy: 'Dana Whitfield',
    });
    await doOnReview(reviewer, clearReviewSection, at('3.2'));
    expect(await sectionOf(planner, '3.2')).toMatchObject({ state: 'cleared' });
  });

  it('that is cleared goes back to drafting when it is written: what was cleared is what was read', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    expect(await sectionOf(planner, '1.1')).toMatchObject({ state: 'cleared' });
    await doOnReview(planner, writeReviewSection, at('1.1', { decisions: 'More funds.' }));
    expect(await sectionOf(planner, '1.1')).toMatchObject({ state: 'drafting' });
    const [row] = await office.rows("select cleared_by from review_sections where id like '%/2022/section/%1.1'");
    expect(row).toEqual({ cleared_by: null });
  });

  it('is cleared by somebody else than who submitted it', async () => {
    const office = await openOffice();
    await office.change("insert into person_roles (person_id, role) values ('reviewer', 'planner')");
    const reviewer = await office.signIn('reviewer');
    await doOnReview(reviewer, writeReviewSection, at('1.2', { narrative: 'Held.' }));
    await doOnReview(reviewer, submitReviewSection, at('1.2'));
    expect((await sectionOf(reviewer, '1.2')).rights).toMatchObject({ clear: false, return: true });
    expect(await refusedOnReview(reviewer, clearReviewSection, at('1.2'))).toMatchObject({ status: 403 });
    await doOnReview(await office.signIn('reviewer-2'), clearReviewSection, at('1.2'));
  });

  it.each([
    [{ evidence: [{ title: 'Bad', url: 'javascript:alert(1)' }] }, '/evidence/0/url'],
    [{ evidence: [{ title: '', url: 'https://www.state.gov' }] }, '/evidence/0/title'],
    [{ assessment: 'excellent' }, '/assessment'],
    [{ narrative: 'x'.repeat(20_001) }, '/narrative'],
    [{ evidence: Array.from({ length: 51 }, () => ({ title: 'T', url: 'https://www.state.gov' })) }, '/evidence'],
  ])('takes no %j', async (body, pointer) => {
    const planner = await (await openOffice()).signIn('planner');
    const refusal = await refusedOnReview(planner, writeReviewSection, at('1.2', body));
    expect(refusal).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('takes no link with a name or password in it; one that is there from before is read, and stays', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const old = { title: 'Records', url: 'https://anna:secret@www.state.gov/records' };
    const write = (evidence: object[]) => at('1.2', { evidence });
    const refusal = await refusedOnReview(planner, writeReviewSection, write([old]));
    expect(refusal).toMatchObject({
      status: 422,
      detail: 'Leave the name and password before the @ out of the address: everybody here would see them.',
      errors: [{ pointer: '/evidence/0/url' }],
    });
    await office.change(`update review_sections set evidence = '${JSON.stringify([old])}'`);
    const added = { title: 'Report', url: 'https://www.state.gov/report' };
    await doOnReview(planner, writeReviewSection, write([old, added]));
    expect((await sectionOf(planner, '1.2')).evidence).toEqual([old, added]);
    const second = { title: 'Others', url: 'https://anna@www.state.gov' };
    const refused = await refusedOnReview(planner, writeReviewSection, write([old, added, second]));
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer: '/evidence/2/url' }] });
  });

  it('asks for its version, and shows how it stands where that is stale', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await everything(office);
    const params = { strategy, year: 2022, objective: '1.2' };
    const missing = await planner.refused(writeReviewSection, { params, body: { narrative: 'Held.' } });
    expect(missing).toMatchObject({ status: 428 });
    const stale = await planner.refused(writeReviewSection, { params, headers: seen(1), body: { narrative: 'Held.' } });
    const now = await sectionOf(planner, '1.2');
    const recorded = { person: 'Dana Whitfield', at: expect.any(String) };
    expect(stale).toMatchObject({ status: 412, current: { ...now, recorded } });
    expect(await everything(office)).toBe(before);
  });

  it('of another objective or year is not there', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const write = (params: { objective: string; year: number }) =>
      planner.refused(writeReviewSection, { params: { strategy, ...params }, headers: seen(0), body: {} });
    expect(await write({ objective: '9.9', year: 2022 })).toMatchObject({
      status: 404,
      detail: expect.stringContaining('9.9'),
    });
    expect(await write({ objective: '1.2', year: 2017 })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/year' }],
    });
  });

  it('shows what the review of the year before said', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { previous } = await sectionOf(planner, '1.1');
    const { assessment, narrative, decisions } = await sectionOf(planner, '1.1', 2021);
    expect(previous).toEqual({ year: 2021, assessment, narrative, decisions });
    expect((await sectionOf(planner, '1.1', 2018)).previous).toBeNull();
  });

  it('that departs from the suggestion is submitted with a reason', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { suggestion } = await sectionOf(planner, '1.2');
    expect(suggestion.assessment).toBe('not_rated');
    const words = { narrative: 'Held.', assessment: 'focus_area', departureReason: ' ' };
    await doOnReview(planner, writeReviewSection, at('1.2', words));
    expect(await refusedOnReview(planner, submitReviewSection, at('1.2'))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/departureReason' }],
    });
    await doOnReview(planner, writeReviewSection, at('1.2', { departureReason: 'Records are late.' }));
    await doOnReview(planner, submitReviewSection, at('1.2'));
  });

  it('tells what one may do with it, and why not', async () => {
    const office = await openOffice();
    const [viewer, planner] = [await office.signIn('viewer'), await office.signIn('planner')];
    expect(await sectionOf(viewer, '1.2')).toMatchObject({ rights: { write: false, submit: false, clear: false } });
    expect(await sectionOf(planner, '1.2')).toMatchObject({ rights: { write: true, submit: true }, lock: null });
    expect((await sectionOf(planner, '1.2', 2021)).lock).toContain('final');
  });
});

describe('a corrective action', () => {
  const body = { what: ' Renew the agreement ', who: 'International Programs', dueOn: '2026-09-30' };
  const params = { strategy, year: 2022, objective: '1.2' };

  it('is added while the review is open, and updated on its version', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const audit = await lastAudit(office);
    const action = await planner.ok(addCorrectiveAction, { params, body });
    expect(action).toMatchObject({
      what: 'Renew the agreement',
      state: 'open',
      version: 1,
      carried: false,
      updates: [],
    });
    expect((await sectionOf(planner, '1.2')).actions.at(-1)).toEqual(action);
    const place = { params: { strategy, year: 2022, action: action.id } };
    const done = { state: 'done' as const, text: ' Renewed in May. ' };
    expect(await planner.refused(updateCorrectiveAction, { ...place, body: done })).toMatchObject({ status: 428 });
    const stale = await planner.refused(updateCorrectiveAction, { ...place, headers: seen(7), body: done });
    expect(stale).toMatchObject({ status: 412, current: action });
    const updated = await planner.ok(updateCorrectiveAction, { ...place, headers: seen(1), body: done });
    expect(updated).toMatchObject({ state: 'done', version: 2, updatedForYear: 2022 });
    expect(updated.updates).toMatchObject([
      { year: 2022, text: 'Renewed in May.', person: 'Dana Whitfield', illustrative: false },
    ]);
    expect((await auditAfter(office, audit)).map((entry) => entry.action)).toEqual([
      'added a corrective action',
      'updated a corrective action',
    ]);
  });

  it('that is open is carried into the next reviews; one that was closed before is not', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const carriedIn = async (objective: string, year: number) =>
      (await sectionOf(planner, objective, year)).actions.map(({ id, carried, state }) => [id, carried, state]);
    expect(await carriedIn('5.1', 2018)).toEqual([['2018-5.1', false, 'open']]);
    expect(await carriedIn('5.1', 2019)).toEqual([['2018-5.1', true, 'open']]);
    expect(await carriedIn('5.1', 2020)).toEqual([['2018-5.1', true, 'done']]);
    expect(await carriedIn('5.1', 2021)).toEqual([['2021-5.1', false, 'open']]);
    expect(await carriedIn('5.1', 2022)).toEqual([['2021-5.1', true, 'open']]);
  });

  it.each([
    [{ ...body, what: ' ' }, 422, '/what'],
    [{ ...body, who: '' }, 422, '/who'],
    [{ ...body, dueOn: '2026-02-30' }, 400, '/dueOn'],
    [{ what: 'x', who: 'y' }, 400, '/dueOn'],
  ])('sent as %j is refused', async (sent, status, pointer) => {
    const planner = await (await openOffice()).signIn('planner');
    const reply = await planner.sendAny(addCorrectiveAction, { params, body: sent });
    expect(JSON.parse(reply.text)).toMatchObject({ status, errors: [{ pointer }] });
  });

  it('is neither added to nor updated in a review that is not open, nor updated in one that does not speak of it', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await everything(office);
    const added = await planner.refused(addCorrectiveAction, { params: { ...params, year: 2021 }, body });
    expect(added).toMatchObject({ status: 409, detail: expect.stringContaining('is final') });
    const update = (year: number, action: string, version: number) =>
      planner.refused(updateCorrectiveAction, {
        params: { strategy, year, action },
        headers: seen(version),
        body: { state: 'open', text: 'So.' },
      });
    expect(await update(2021, '2021-5.1', 1)).toMatchObject({ status: 409 });
    expect(await update(2022, '2018-5.2', 2)).toMatchObject({ status: 404 });
    expect(await update(2022, 'nothing', 1)).toMatchObject({ status: 404 });
    expect(await everything(office)).toBe(before);
  });

  it('is updated with words, not with silence', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const call = { params: { strategy, year: 2022, action: '2021-5.1' }, headers: seen(1) };
    const refusal = await planner.refused(updateCorrectiveAction, { ...call, body: { state: 'done', text: ' ' } });
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/text' }] });
  });
});
