import {
  changeSettings,
  type OfficeSettingsPage,
  readAudit,
  readIndicator,
  readMethod,
  readOverview,
  readSeal,
  readSettings,
  setSeal,
  verifyAudit,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { noPapers, useOffices } from '../../testing/offices.ts';
import { reviewOf } from '../../testing/reviews.ts';

const openOffice = useOffices();

const change = (now: OfficeSettingsPage, wanted: Partial<OfficeSettingsPage> & { readonly reason?: string }) => {
  const { threshold, assessmentNames, selfApproval, evidenceSizeLimit, reminders, papers } = now;
  const settings = { threshold, assessmentNames, selfApproval, evidenceSizeLimit, reminders, papers };
  return { headers: { 'if-match': `"${now.version}"` }, body: { ...settings, reason: null, ...wanted } };
};

/** How 4.1-B, 6.3% above its target in FY 2022, is rated. */
const rated = async (client: Client, asOf?: string) => {
  const page = await client.ok(readIndicator, { params: { strategy, indicator: '4.1-B' }, querystring: { asOf } });
  return page.years.find(({ year }) => year === 2022)?.rating.rating;
};

it('the check of the records takes settings that were changed here, and names one that was changed by hand', async () => {
  const office = await openOffice();
  const administrator = await office.signIn('administrator');
  const findings = async (): Promise<readonly string[] | undefined> =>
    (await administrator.ok(verifyAudit, {})).checks.find(({ name }) => name === 'Settings')?.findings;
  const wanted = { threshold: '5', selfApproval: true, evidenceSizeLimit: 20, reason: 'Agreed in May' };
  const names = { noteworthy_progress: 'Great', on_track: 'As planned', focus_area: 'Look here', not_rated: 'None' };
  const more = {
    assessmentNames: names,
    reminders: { daysBefore: 3, daysAfter: 2 },
    papers: { coverText: 'For the office', wordFont: null },
  };
  expect(await findings()).toEqual([]);
  await administrator.ok(changeSettings, change(await administrator.ok(readSettings, {}), { ...wanted, ...more }));
  await administrator.ok(changeSettings, change(await administrator.ok(readSettings, {}), { selfApproval: false }));
  expect(await findings()).toEqual([]);
  await office.change("update settings set value = 'true' where key = 'self_approval'");
  expect(await findings()).toEqual([
    'The setting self_approval was changed past the product: it is not what the trail says of it.',
  ]);
});

describe('a narrower band around targets', () => {
  it('rates from today on, and leaves past days and their pages as they were', async () => {
    const { signIn, clock } = await openOffice();
    const administrator = await signIn('administrator');
    const yesterday = clock.now().slice(0, 10);
    const before = await administrator.ok(readOverview, { params: { strategy }, querystring: { year: 2022 } });
    clock.forward({ hours: 11 });
    expect(await rated(administrator)).toBe('on_target');
    const now = await administrator.ok(readSettings, {});
    const after = await administrator.ok(changeSettings, change(now, { threshold: '5', reason: 'Agreed in May' }));
    expect(after).toMatchObject({ threshold: '5', version: now.version + 1 });
    expect(await rated(administrator)).toBe('above_target');
    expect(await rated(administrator, yesterday)).toBe('on_target');
    const since = await administrator.ok(readOverview, { params: { strategy }, querystring: { year: 2022 } });
    expect(since.rollUp.above).toBeGreaterThan(before.rollUp.above);
    const method = (asOf?: string) => administrator.ok(readMethod, { params: { strategy }, querystring: { asOf } });
    expect([(await method()).threshold, (await method(yesterday)).threshold]).toEqual(['5', '10']);
    expect(after.history[0]).toMatchObject({
      setting: 'threshold',
      before: '10',
      after: '5',
      reason: 'Agreed in May',
    });
    const trail = await administrator.ok(readAudit, { querystring: { kind: 'setting' } });
    expect(trail.entries[0]).toMatchObject({ subject: 'rating_threshold', before: '10', after: '5' });
  });

  it('rates and names nothing anew in a review that is signed', async () => {
    const { signIn } = await openOffice();
    const administrator = await signIn('administrator');
    const before = await reviewOf(administrator, 2019);
    expect(before.state).toBe('final');
    const overview = await administrator.ok(readOverview, { params: { strategy }, querystring: { year: 2019 } });
    const now = await administrator.ok(readSettings, {});
    const assessmentNames = { ...now.assessmentNames, on_track: 'Under way' };
    await administrator.ok(changeSettings, change(now, { threshold: '5', assessmentNames, reason: 'Agreed in May' }));
    const since = await administrator.ok(readOverview, { params: { strategy }, querystring: { year: 2019 } });
    expect(since.rollUp).toEqual(overview.rollUp);
    expect(since.rollUp.above).toBe(before.rollUp.above);
    const page = await administrator.ok(readIndicator, { params: { strategy, indicator: '4.1-B' }, querystring: {} });
    expect(page.threshold).toBe('5');
    expect(page.signedThresholds).toContainEqual({ year: 2019, threshold: '10' });
    expect(page.signedThresholds.map(({ year }) => year)).not.toContain(2022);
    expect(await reviewOf(administrator, 2019)).toEqual(before);
    expect((await reviewOf(administrator)).assessmentNames.on_track).toBe('Under way');
  });

  it('needs a reason, as other names of assessments do', async () => {
    const { signIn } = await openOffice();
    const administrator = await signIn('administrator');
    const now = await administrator.ok(readSettings, {});
    for (const wanted of [
      { threshold: '5' },
      { assessmentNames: { ...now.assessmentNames, on_track: 'Under way' }, reason: ' ' },
    ]) {
      expect(await administrator.refused(changeSettings, change(now, wanted))).toMatchObject({
        status: 422,
        errors: [{ pointer: '/reason' }],
      });
    }
    expect(await administrator.ok(readSettings, {})).toEqual(now);
  });
});

it('settings that read no result need no reason, and nothing is written where nothing is changed', async () => {
  const { signIn } = await openOffice();
  const administrator = await signIn('administrator');
  const now = await administrator.ok(readSettings, {});
  const same = await administrator.ok(changeSettings, change(now, {}));
  expect(same).toEqual(now);
  const wanted = { selfApproval: true, evidenceSizeLimit: 25, reminders: { daysBefore: 14, daysAfter: null } };
  const after = await administrator.ok(changeSettings, change(now, wanted));
  expect(after).toMatchObject({ ...wanted, version: now.version + 3 });
  expect(after.history.map(({ setting }) => setting).sort()).toEqual([
    'evidenceSizeLimit',
    'reminders',
    'selfApproval',
  ]);
  expect(after.history.find(({ setting }) => setting === 'evidenceSizeLimit')).toMatchObject({ before: 10, after: 25 });
});

it('whatever does not fit is named, all of it, and nothing is saved', async () => {
  const { signIn } = await openOffice();
  const administrator = await signIn('administrator');
  const now = await administrator.ok(readSettings, {});
  const wanted = {
    threshold: '60',
    evidenceSizeLimit: 0,
    reminders: { daysBefore: 0, daysAfter: 3 },
    reason: 'Why not',
  };
  const refusal = await administrator.refused(changeSettings, change(now, wanted));
  expect(refusal).toMatchObject({ status: 422 });
  expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual([
    '/threshold',
    '/evidenceSizeLimit',
    '/reminders/daysBefore',
  ]);
  expect(await administrator.ok(readSettings, {})).toEqual(now);
});

it('the second of two administrators sees what the first saved', async () => {
  const { signIn } = await openOffice();
  const administrator = await signIn('administrator');
  const now = await administrator.ok(readSettings, {});
  await administrator.ok(changeSettings, change(now, { evidenceSizeLimit: 25 }));
  expect(await administrator.refused(changeSettings, change(now, { selfApproval: true }))).toMatchObject({
    status: 412,
    current: { evidenceSizeLimit: 25, selfApproval: false },
  });
});

it('only administrators read and change them', async () => {
  const { signIn } = await openOffice();
  for (const persona of ['planner', 'contributor', 'reviewer', 'viewer'] as const) {
    const client = await signIn(persona);
    expect(await client.refused(readSettings, {})).toMatchObject({ status: 403 });
  }
});

describe('the picture at the head of papers', () => {
  /** One red dot. */
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';
  const sent = ({ version }: OfficeSettingsPage, picture: { data: string; description: string } | null) => ({
    headers: { 'if-match': `"${version}"` },
    body: { picture },
  });
  const papers = { exports: { ...noPapers, trySeal: async () => true } };

  it('is kept with its words, sent as it is, and taken away again', async () => {
    const { signIn } = await openOffice(papers);
    const administrator = await signIn('administrator');
    const now = await administrator.ok(readSettings, {});
    expect(await administrator.refused(readSeal, {})).toMatchObject({ status: 404 });
    const after = await administrator.ok(setSeal, sent(now, { data: dot, description: ' Seal of the Office ' }));
    expect(after).toMatchObject({ seal: { description: 'Seal of the Office' }, version: now.version + 1 });
    expect(after.history[0]).toMatchObject({ setting: 'seal', before: null, after: 'Seal of the Office' });
    const reply = await administrator.send(readSeal, {});
    expect(reply.headers['content-type']).toBe('image/png');
    expect(reply.bytes.toString('base64')).toBe(dot);
    const gone = await administrator.ok(setSeal, sent(after, null));
    expect(gone).toMatchObject({ seal: null, history: [{ before: 'Seal of the Office', after: null }, {}] });
  });

  it.each([
    ['no picture', Buffer.from('<svg onload="x"/>').toString('base64'), 'Seal', '/picture/data'],
    ['no words', dot, ' ', '/picture/description'],
  ])('is refused as %s, and nothing is changed', async (_, data, description, pointer) => {
    const { signIn } = await openOffice(papers);
    const administrator = await signIn('administrator');
    const now = await administrator.ok(readSettings, {});
    const refusal = await administrator.refused(setSeal, sent(now, { data, description }));
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(await administrator.ok(readSettings, {})).toEqual(now);
  });

  it('that no paper can show is refused before it stops every export', async () => {
    const { signIn } = await openOffice({ exports: { ...noPapers, trySeal: async () => false } });
    const administrator = await signIn('administrator');
    const now = await administrator.ok(readSettings, {});
    expect(await administrator.refused(setSeal, sent(now, { data: dot, description: 'Seal' }))).toMatchObject({
      status: 422,
      detail: expect.stringContaining('damaged'),
    });
  });
});
