import * as contract from '@fbs/contract';
import type { AnyInput } from './client.ts';
import { strategy } from './endpoints.ts';
import { approve, enter, giveBack, latest, placed, seen, setTargetOf, submit } from './entries.ts';
import { linkageSteps } from './linkages.ts';
import type { Office } from './offices.ts';
import { doOnReview, objectives } from './reviews.ts';
import { sampleDefinition } from './sample-bodies.ts';
import { addFileToSection } from './uploads.ts';

const year = 2022;

const section = (objective: string, body?: unknown): AnyInput => ({
  params: { objective },
  ...(body === undefined ? {} : { body }),
});

const definition = { ...sampleDefinition, name: 'Survivors consulted in the months of work' };

type Step = { readonly what: string; readonly done: (as: Office['signIn']) => Promise<unknown> };
const step = (what: string, done: Step['done']): Step => ({ what, done });

const values: readonly Step[] = [
  step('a value is entered', async (as) =>
    enter(await as('contributor'), '1.2-D', year, { value: '4100', note: 'First count.' }),
  ),
  step('the value is explained and submitted', async (as) => {
    await enter(await as('contributor'), '1.2-D', year, { explanation: 'Courses were postponed.' });
    return submit(await as('contributor'), '1.2-D', year);
  }),
  step('the value is returned', async (as) => giveBack(await as('reviewer'), '1.2-D', year, 'Count again.')),
  step('the value is entered again and submitted', async (as) => {
    const breakdown = [{ dimension: 'sex', category: 'female', value: '2000' }];
    await enter(await as('contributor'), '1.2-D', year, { value: '4450', explanation: null, breakdown });
    return submit(await as('contributor'), '1.2-D', year);
  }),
  step('the value is approved', async (as) => approve(await as('reviewer'), '1.2-D', year)),
  step('an approved value is corrected', async (as) =>
    enter(await as('contributor'), '2.1-C', year, { value: '7300', reason: 'Late records.' }),
  ),
  step('the correction is approved', async (as) => approve(await as('reviewer'), '2.1-C', year)),
  step('a reminder is sent', async (as) => {
    const body = { entries: [{ indicator: '5.1-A', year }] };
    return (await as('planner')).ok(contract.sendReminders, { params: { strategy }, body });
  }),
  step('the reminder is seen', async (as) =>
    (await as('planner-2')).ok(contract.markSeen, {
      params: { strategy },
      body: { indicator: '5.1-A', year },
    }),
  ),
  step('a value is marked not applicable', async (as) =>
    enter(await as('planner'), '5.1-A', year, { notApplicable: { reason: 'The staffing report was dropped.' } }),
  ),
  step('a published value is explained', async (as) => {
    const client = await as('contributor-rpa');
    return client.ok(contract.explainValue, {
      ...(await latest(client, '5.2-C', year)),
      body: { explanation: 'Translation.' },
    });
  }),
  step('what was returned and what was a draft are submitted and approved', async (as) => {
    await enter(await as('contributor'), '2.1-D', year, { source: 'Award reports, quarter 4' });
    await enter(await as('contributor'), '3.2-A', year, { explanation: 'The last quarter is missing.' });
    for (const code of ['2.1-D', '3.2-A']) await submit(await as('contributor'), code, year);
    for (const code of ['2.1-D', '3.2-A', '2.2-A']) await approve(await as('reviewer'), code, year);
  }),
];

const plan: readonly Step[] = [
  step('a target is revised', async (as) =>
    setTargetOf(await as('planner'), '5.1-A', year, { value: '96', reason: 'Two more.' }),
  ),
  step('a target is revised after the result', async (as) =>
    setTargetOf(await as('reviewer'), '2.2-A', year, { value: '9300', reason: 'Counted anew.' }),
  ),
  step('a definition is changed', async (as) => {
    const client = await as('planner');
    const place = { params: { strategy, indicator: '2.2-A' } };
    const { version } = await client.ok(contract.readIndicator, place);
    const body = { reason: 'Plainer.', definition: { name: 'Survivors who received services', decimals: 1 } };
    return client.ok(contract.changeIndicator, { ...place, headers: seen(version), body });
  }),
  step('a note is written', async (as) => {
    const params = { strategy, indicator: '2.2-A' };
    return (await as('contributor')).ok(contract.writeNote, { params, body: { year, text: 'Two shelters reopened.' } });
  }),
  step('evidence is added', async (as) => {
    const body = { title: 'Award reports', url: 'https://www.state.gov/awards' };
    return (await as('contributor')).ok(contract.addEvidence, { ...placed('2.2-A', year), body });
  }),
  step('a comment is written', async (as) => {
    const body = { text: 'Is the last quarter in it?', mentions: ['contributor'] };
    return (await as('reviewer')).ok(contract.addComment, { ...placed('2.2-A', year), body });
  }),
  step('the comment is resolved', async (as) => {
    const client = await as('contributor');
    const [comment] = (await client.ok(contract.readDiscussion, placed('2.2-A', year))).comments;
    const params = { strategy, indicator: '2.2-A', year, comment: comment?.id ?? '' };
    return client.ok(contract.resolveComment, { params, headers: seen(comment?.version ?? 0) });
  }),
  step('the evidence is removed', async (as) => {
    const client = await as('contributor');
    const [piece] = (await client.ok(contract.readEvidence, placed('2.2-A', year))).pieces;
    const params = { strategy, indicator: '2.2-A', year, evidence: piece?.id ?? '' };
    return client.ok(contract.removeEvidence, { params });
  }),
  step('an indicator is defined', async (as) => {
    const body = { code: '2.2-Z', objective: '2.2', definition };
    return (await as('planner')).ok(contract.createIndicator, { params: { strategy }, body });
  }),
  step('the new indicator is retired', async (as) => {
    const body = { reason: 'Too early.', definition: { status: 'retired' as const } };
    return (await as('planner')).ok(contract.changeIndicator, {
      params: { strategy, indicator: '2.2-Z' },
      headers: seen(1),
      body,
    });
  }),
];

const narrative = { narrative: 'Written in the months of work.', departureReason: 'It was judged so.' };

const review: readonly Step[] = [
  step('a file shows what a section says', async (as) =>
    addFileToSection(await as('planner'), '2.1', {
      name: 'grants.csv',
      title: 'Award reports',
      bytes: Buffer.from('award,people\none,12\n'),
    }),
  ),
  step('sections are written and submitted', async (as) => {
    for (const objective of ['1.2', '2.1']) {
      await doOnReview(await as('planner'), contract.writeReviewSection, section(objective, narrative));
      await doOnReview(await as('planner'), contract.submitReviewSection, section(objective));
    }
  }),
  step('a section is returned', async (as) =>
    doOnReview(await as('reviewer'), contract.returnReviewSection, section('5.1', { note: 'Say why.' })),
  ),
  step('the section is mended, with an update of its action and a new one', async (as) => {
    const planner = await as('planner');
    await doOnReview(planner, contract.writeReviewSection, section('5.1', { ...narrative, assessment: 'not_rated' }));
    await doOnReview(planner, contract.submitReviewSection, section('5.1'));
    const params = { strategy, year, action: '2021-5.1' };
    await planner.ok(contract.updateCorrectiveAction, {
      params,
      headers: seen(1),
      body: { state: 'open', text: 'Half done.' },
    });
    const added = { what: 'Report vacancies each month', who: 'RMP', dueOn: '2027-01-31' };
    await planner.ok(contract.addCorrectiveAction, { params: { strategy, year, objective: '5.1' }, body: added });
  }),
  step('the rest is written for the gate', async (as) => {
    const planner = await as('planner');
    for (const objective of ['1.1', '2.2', '3.1', '3.2', '4.1', '4.2', '4.3', '5.2']) {
      await doOnReview(planner, contract.writeReviewSection, section(objective, narrative));
      await doOnReview(planner, contract.submitReviewSection, section(objective));
    }
    await doOnReview(planner, contract.writeReview, {
      body: { summary: 'A good year.', jspStatement: 'It serves Goal 1.3.' },
    });
  }),
  step('the review is sent to clearance', async (as) => doOnReview(await as('planner'), contract.sendToClearance)),
  step('the review is returned', async (as) =>
    doOnReview(await as('reviewer'), contract.returnFromClearance, { body: { note: 'One more look.' } }),
  ),
  step('the review is sent again and its sections are cleared', async (as) => {
    await doOnReview(await as('planner'), contract.sendToClearance);
    for (const objective of objectives) {
      await doOnReview(await as('reviewer'), contract.clearReviewSection, section(objective));
    }
  }),
  step('the review is signed off', async (as) => doOnReview(await as('reviewer'), contract.signOffReview)),
  step('the review is reopened', async (as) =>
    doOnReview(await as('administrator'), contract.reopenReview, { body: { reason: 'A figure was wrong.' } }),
  ),
];

/** Every kind of write once or more, from the first value to a reopened review; each takes place on a day of its own. */
export const monthsOfWork: readonly Step[] = [...values, ...plan, ...linkageSteps, ...review];

export const workThrough = async (
  office: Office,
  afterEach: (what: string) => Promise<void> = async () => {},
): Promise<void> => {
  for (const { what, done } of monthsOfWork) {
    office.clock.forward({ hours: 24 });
    await done(office.signIn);
    await afterEach(what);
  }
};

/** The same work up to a step, all of it on one day. */
export const workUntil =
  (last: string) =>
  async (office: Office): Promise<void> => {
    const end = monthsOfWork.findIndex(({ what }) => what === last);
    if (end < 0) throw new Error(`nothing in the months of work is called "${last}"`);
    for (const { done } of monthsOfWork.slice(0, end + 1)) await done(office.signIn);
  };
