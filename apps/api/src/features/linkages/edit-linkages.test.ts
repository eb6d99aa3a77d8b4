import {
  addLinkage,
  changeLinkage,
  readElement,
  readGoal,
  readLinkages,
  removeLinkage,
  restoreLinkage,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import {
  jspGoal,
  linkageBody,
  linkageOfGoal,
  linkagePlace,
  listLinkages,
  sampleLinkage,
} from '../../testing/linkages.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const params = { strategy };
describe('adding', () => {
  it('links an objective, shows it from that day on, and leaves a trace', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const last = await lastAudit(office);
    const added = await planner.ok(addLinkage, { params, body: sampleLinkage });
    expect(added).toMatchObject({
      ...jspGoal,
      subject: { kind: 'objective', code: '2.2' },
      quote: 'Services protect victims.',
      summary: null,
      version: 1,
      signed: false,
      removed: false,
    });
    expect(await listLinkages(planner)).toContainEqual(added);
    expect(await listLinkages(planner, '2026-01-14')).not.toContainEqual(added);
    expect((await auditAfter(office, last)).map(({ action }) => action)).toEqual(['added a linkage']);
  });

  it.each([
    ['a goal that there is not', { subject: { kind: 'goal', code: '9' } }, '/subject/code'],
    ['an indicator that there is not', { subject: { kind: 'indicator', code: '9.9-A' } }, '/subject/code'],
    ['an element that there is not', { element: '9.9' }, '/element'],
  ])('refuses %s, and says what to choose', async (_what, change, pointer) => {
    const office = await openOffice();
    const refusal = await (await office.signIn('planner')).refused(addLinkage, {
      params,
      body: { ...sampleLinkage, ...change } as typeof sampleLinkage,
    });
    expect(refusal).toMatchObject({ code: 'invalid', errors: [{ pointer }] });
    expect(refusal.detail).toContain('choose one from the list');
  });

  it('refuses the same two things a second time', async () => {
    const planner = await (await openOffice()).signIn('planner');
    await planner.ok(addLinkage, { params, body: sampleLinkage });
    const { code, detail } = await planner.refused(addLinkage, {
      params,
      body: { ...sampleLinkage, strength: 'direct' },
    });
    expect(code).toBe('already_exists');
    expect(detail).toContain('Objective 2.2 is linked to JSP Goal 1.3 already');
  });

  it('refuses an indicator that was retired', async () => {
    const office = await openOffice();
    await office.change(
      `insert into indicator_definitions select id || '/x', indicator_id, 99, json_set(definition, '$.status', 'retired'), reason, person_id, at from indicator_definitions where indicator_id like '%2.2-A' limit 1`,
    );
    await office.change(`update indicators set definition_number = 99 where id like '%2.2-A'`);
    const body = { ...sampleLinkage, subject: { kind: 'indicator', code: '2.2-A' } } as const;
    const { detail } = await (await office.signIn('planner')).refused(addLinkage, { params, body });
    expect(detail).toContain('is retired');
  });
});

describe('changing', () => {
  it('keeps what stood before for the days before, with the reason of the change', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await linkageOfGoal(planner, '1');
    expect(before).toMatchObject({ version: 1, signed: true, strength: 'direct' });
    const body = {
      ...linkageBody(before),
      strength: 'contributing',
      quote: 'Other words',
      reason: 'The plan was reread.',
    } as const;
    const after = await planner.ok(changeLinkage, { ...linkagePlace(before), body });
    expect(after).toMatchObject({ id: before.id, version: 2, strength: 'contributing', quote: 'Other words' });
    expect(await linkageOfGoal(planner, '1')).toEqual(after);
    expect(await linkageOfGoal(planner, '1', '2026-01-14')).toEqual(before);
    const goal = await planner.ok(readGoal, { params: { strategy, code: '1' }, querystring: { asOf: '2020-12-31' } });
    expect(goal.linkages[0]).toMatchObject({ strength: 'direct', quote: before.quote });
    const { history } = await planner.ok(readElement, { params: { strategy, ...jspGoal }, querystring: {} });
    expect(history[0]).toMatchObject({
      action: 'changed',
      reason: 'The plan was reread.',
      subject: { kind: 'goal', code: '1' },
    });
  });

  it('asks for a reason only where a signed review holds the linkage', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const signed = await linkageOfGoal(planner, '1');
    const refusal = await planner.refused(changeLinkage, {
      ...linkagePlace(signed),
      body: { ...linkageBody(signed), strength: 'enabling', reason: ' ' },
    });
    expect(refusal).toMatchObject({ code: 'invalid', errors: [{ pointer: '/reason' }] });
    const added = await planner.ok(addLinkage, { params, body: sampleLinkage });
    await planner.ok(changeLinkage, { ...linkagePlace(added), body: { ...linkageBody(added), strength: 'enabling' } });
  });

  it('refuses a version that somebody else changed, with how it stands now', async () => {
    const office = await openOffice();
    const [first, second] = [await office.signIn('planner'), await office.signIn('planner-2')];
    const seen = await linkageOfGoal(first, '2');
    const body = { ...linkageBody(seen), reason: 'So.' };
    const mine = await first.ok(changeLinkage, { ...linkagePlace(seen), body: { ...body, strength: 'enabling' } });
    const refusal = await second.refused(changeLinkage, {
      ...linkagePlace(seen),
      body: { ...body, strength: 'direct' },
    });
    expect(refusal).toMatchObject({ code: 'stale', current: mine });
    const noVersion = await second.refused(changeLinkage, { params: linkagePlace(seen).params, body });
    expect(noVersion.code).toBe('precondition_required');
  });

  it('refuses a change of nothing', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const seen = await linkageOfGoal(planner, '2');
    const { code } = await planner.refused(changeLinkage, {
      ...linkagePlace(seen),
      body: { ...linkageBody(seen), reason: 'So.' },
    });
    expect(code).toBe('refused');
  });

  it('moves a linkage to another element, which both elements tell', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const seen = await linkageOfGoal(planner, '2');
    await planner.ok(changeLinkage, {
      ...linkagePlace(seen),
      body: { ...linkageBody(seen), element: '1.2', reason: 'So.' },
    });
    const pageOf = (element: string) =>
      planner.ok(readElement, {
        params: { strategy, framework: jspGoal.framework, element },
        querystring: { year: 2022 },
      });
    const [from, to] = [await pageOf('1.3'), await pageOf('1.2')];
    expect(from.history[0]).toMatchObject({ action: 'moved', subject: { code: '2' } });
    expect(to.history[0]).toMatchObject({ action: 'added', subject: { code: '2' } });
    expect(from.goals.map(({ code }) => code)).not.toContain('2');
    expect(to.goals.map(({ code }) => code)).toEqual(['2']);
  });
});

describe('removing', () => {
  it('takes it out from that day on, and is undone as it stood', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const last = await lastAudit(office);
    const seen = await linkageOfGoal(planner, '5');
    const removed = await planner.ok(removeLinkage, {
      ...linkagePlace(seen),
      body: { reason: 'Not the plan any more.' },
    });
    expect(removed).toEqual({ ...seen, version: 2, removed: true });
    expect((await listLinkages(planner)).map(({ id }) => id)).not.toContain(seen.id);
    expect(await linkageOfGoal(planner, '5', '2026-01-14')).toEqual(seen);
    office.clock.set('2026-01-20T12:00:00.000Z');
    const later = await office.signIn('planner');
    const back = await later.ok(restoreLinkage, linkagePlace(removed));
    expect(back).toEqual({ ...seen, version: 3 });
    expect(await linkageOfGoal(later, '5')).toEqual(back);
    expect((await listLinkages(later, '2026-01-17')).map(({ id }) => id)).not.toContain(seen.id);
    expect((await auditAfter(office, last)).map(({ action }) => action)).toEqual([
      'removed a linkage',
      'brought a linkage back',
    ]);
  });

  it('refuses to remove or change what was removed, and to bring back what is in force or linked anew', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const added = await planner.ok(addLinkage, { params, body: sampleLinkage });
    expect((await planner.refused(restoreLinkage, linkagePlace(added))).code).toBe('conflict');
    const removed = await planner.ok(removeLinkage, { ...linkagePlace(added), body: {} });
    expect((await planner.refused(removeLinkage, { ...linkagePlace(removed), body: {} })).code).toBe('conflict');
    expect((await planner.refused(changeLinkage, { ...linkagePlace(removed), body: linkageBody(added) })).code).toBe(
      'conflict',
    );
    await planner.ok(addLinkage, { params, body: sampleLinkage });
    expect((await planner.refused(restoreLinkage, linkagePlace(removed))).code).toBe('already_exists');
  });
});

it('keeps every linkage where a write is refused', async () => {
  const office = await openOffice();
  const viewer = await office.signIn('viewer');
  const seen = await linkageOfGoal(viewer, '1');
  const before = await everything(office);
  expect((await viewer.refused(addLinkage, { params, body: sampleLinkage })).code).toBe('not_allowed');
  expect((await viewer.refused(removeLinkage, { ...linkagePlace(seen), body: { reason: 'So.' } })).code).toBe(
    'not_allowed',
  );
  expect(await everything(office)).toBe(before);
});

describe('what an element rests on', () => {
  it('names its goals with their quotations, the objectives and indicators behind them, and their results', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const page = await viewer.ok(readElement, { params: { strategy, ...jspGoal }, querystring: { year: 2021 } });
    expect(page.element.label).toBe('JSP Goal 1.3');
    expect(page.above.map(({ code }) => code)).toEqual(['G1']);
    expect(page.goals.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5']);
    expect(page.goals.every(({ linkages: [first] }) => first?.quote !== null)).toBe(true);
    expect(page.rollUp).toMatchObject({ met: 10, rated: 17 });
    expect(page.goals.flatMap(({ objectives }) => objectives)).toHaveLength(11);
  });

  it('counts an indicator that two linkages bring only once, and a linked indicator alone', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const to = { framework: 'JSP-2018-2022', element: '1.2' };
    await planner.ok(addLinkage, {
      params,
      body: { ...sampleLinkage, ...to, subject: { kind: 'indicator', code: '2.2-A' } },
    });
    const read = () => planner.ok(readElement, { params: { strategy, ...to }, querystring: { year: 2022 } });
    expect((await read()).goals[0]?.objectives[0]?.indicators.map(({ code }) => code)).toEqual(['2.2-A']);
    await planner.ok(addLinkage, { params, body: { ...sampleLinkage, ...to } });
    const page = await read();
    const [objective] = page.goals[0]?.objectives ?? [];
    expect(objective?.linkages.map(({ subject }) => subject.code).sort()).toEqual(['2.2', '2.2-A']);
    expect(page.rollUp.indicators).toBe(objective?.rollUp.indicators);
  });

  it('names what there is not', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const nowhere = { strategy, framework: 'JSP-2018-2022', element: '9.9' };
    expect((await viewer.refused(readElement, { params: nowhere, querystring: {} })).code).toBe('not_found');
  });
});

it('says which elements of a framework nothing supports, and counts anew after an edit', async () => {
  const planner = await (await openOffice()).signIn('planner');
  const unsupported = async () => {
    const { frameworks } = await planner.ok(readLinkages, { params, querystring: { year: 2022 } });
    return frameworks.find(({ code }) => code === jspGoal.framework)?.unsupported ?? [];
  };
  const before = await unsupported();
  expect(before).toContain('1.2');
  expect(before).not.toContain('1.3');
  expect(before).not.toContain('G1');
  await planner.ok(addLinkage, { params, body: { ...sampleLinkage, element: '1.2' } });
  expect(await unsupported()).toEqual(before.filter((code) => code !== '1.2'));
});
