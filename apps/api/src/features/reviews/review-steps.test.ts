import {
  clearReviewSection,
  type Endpoint,
  listReviews,
  openReview,
  readReview,
  reopenReview,
  returnFromClearance,
  returnReviewSection,
  sendToClearance,
  signOffReview,
  submitReviewSection,
  writeReview,
  writeReviewSection,
} from '@fbs/contract';
import {
  isRefusal,
  nextReviewState,
  nextSectionState,
  type ReviewAction,
  reviewStates,
  type SectionAction,
  sectionStates,
} from '@fbs/core';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { seen } from '../../testing/entries.ts';
import { workUntil } from '../../testing/months-of-work.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { doOnReview, onReview, refusedOnReview, reviewOf, sectionOf } from '../../testing/reviews.ts';

const openOffice = useOffices({ work: workUntil('the rest is written for the gate') });

type Move = { readonly endpoint: Endpoint; readonly persona: string; readonly body?: unknown };

const moves: Readonly<Record<ReviewAction, Move>> = {
  open: { endpoint: openReview, persona: 'planner' },
  send_to_clearance: { endpoint: sendToClearance, persona: 'planner' },
  return_from_clearance: { endpoint: returnFromClearance, persona: 'reviewer', body: { note: 'Look again.' } },
  sign_off: { endpoint: signOffReview, persona: 'reviewer' },
  reopen: { endpoint: reopenReview, persona: 'administrator', body: { reason: 'A figure was wrong.' } },
};

const sectionMoves: Readonly<Record<SectionAction, Move>> = {
  write: { endpoint: writeReviewSection, persona: 'planner', body: { narrative: 'New.' } },
  submit: { endpoint: submitReviewSection, persona: 'planner' },
  return: { endpoint: returnReviewSection, persona: 'reviewer', body: { note: 'Look again.' } },
  clear: { endpoint: clearReviewSection, persona: 'reviewer' },
};

/** One more year in the strategy: its review is not started. */
const withAnotherYear = async (): Promise<Office> => {
  const office = await openOffice();
  await office.change('update strategies set last_year = 2023');
  return office;
};

describe('a review', () => {
  it('is opened once, empty, with the open corrective actions of earlier years carried into it', async () => {
    const office = await withAnotherYear();
    const planner = await office.signIn('planner');
    expect(await reviewOf(planner, 2023)).toMatchObject({ state: 'not_started', version: 0, events: [], versions: [] });
    const audit = await lastAudit(office);
    const reply = await onReview(planner, openReview, { params: { year: 2023 } });
    expect(reply.headers.etag).toBe('"1"');
    const review = await reviewOf(planner, 2023);
    expect(review).toMatchObject({ state: 'open', version: 1, number: 1, summary: null, illustrative: false });
    expect(review.events).toMatchObject([{ action: 'opened', person: 'Dana Whitfield', state: 'open' }]);
    expect(review.sections.every(({ state, version }) => state === 'drafting' && version === 0)).toBe(true);
    expect(await auditAfter(office, audit)).toMatchObject([{ action: 'review opened', person_id: 'planner' }]);
    const { actions } = await sectionOf(planner, '5.1', 2023);
    expect(actions.map(({ what, carried, state }) => [what, carried, state])).toEqual([
      ['Advertise positions as soon as a departure is known', true, 'open'],
      ['Report vacancies each month', true, 'open'],
    ]);
    expect(review.gate.filter(({ kind }) => kind === 'action_not_updated')).toHaveLength(3);
    const { reviews } = await planner.ok(listReviews, { params: { strategy } });
    expect(reviews.map(({ state }) => state)).toEqual(['final', 'final', 'final', 'final', 'open', 'open']);
  });

  it('has one summary and one statement, written while it is open', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const audit = await lastAudit(office);
    const { jspStatement } = await reviewOf(planner);
    await doOnReview(planner, writeReview, { body: { summary: 'A better year.' } });
    expect(await reviewOf(planner)).toMatchObject({ summary: 'A better year.', jspStatement, illustrative: false });
    await doOnReview(planner, writeReview, { body: { summary: ' ' } });
    expect((await reviewOf(planner)).summary).toBeNull();
    const [entry] = await auditAfter(office, audit);
    expect(entry).toMatchObject({ action: 'wrote the review', before: expect.stringContaining('A good year.') });
    expect(
      await refusedOnReview(planner, writeReview, { params: { year: 2021 }, body: { summary: 'No.' } }),
    ).toMatchObject({
      status: 409,
      detail: expect.stringContaining('is final'),
    });
  });

  it('goes to clearance and back with a note, and every step is told', async () => {
    const office = await openOffice();
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    await doOnReview(planner, sendToClearance);
    expect(await refusedOnReview(reviewer, returnFromClearance, { body: { note: ' ' } })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/note' }],
    });
    await doOnReview(reviewer, returnFromClearance, { body: { note: 'Look again.' } });
    const { events, state } = await reviewOf(planner);
    expect(state).toBe('open');
    expect(events.slice(-2).map(({ action, person, reason }) => [action, person, reason])).toEqual([
      ['sent_to_clearance', 'Dana Whitfield', null],
      ['returned', 'Ruth Calloway', 'Look again.'],
    ]);
  });
});

describe('a step out of turn', () => {
  const outOfTurn = reviewStates.flatMap((state) =>
    (Object.keys(moves) as ReviewAction[]).flatMap((action) => {
      const next = nextReviewState(state, action);
      return isRefusal(next) ? [{ state, action, sentence: next.refused }] : [];
    }),
  );

  it.each(outOfTurn)(
    '"$action" of a review that is $state is refused with the sentence of the rules',
    async ({ state, action, sentence }) => {
      const office = await withAnotherYear();
      if (state !== 'not_started') await office.change(`update reviews set state = '${state}' where year = 2022`);
      const { endpoint, persona, body } = moves[action];
      const client = await office.signIn(persona);
      const before = await everything(office);
      const refusal = await refusedOnReview(client, endpoint, {
        params: { year: state === 'not_started' ? 2023 : 2022 },
        body,
      });
      expect(refusal).toMatchObject({ status: 409, code: 'conflict', detail: sentence });
      expect(await everything(office)).toBe(before);
    },
  );

  const sectionsOutOfTurn = reviewStates.flatMap((review) => {
    if (review === 'not_started') return [];
    return sectionStates.flatMap((state) =>
      (Object.keys(sectionMoves) as SectionAction[]).flatMap((action) => {
        const next = nextSectionState(state, action, review);
        return isRefusal(next) ? [{ review, state, action, sentence: next.refused }] : [];
      }),
    );
  });

  it('of a section is refused with the sentence of the rules, in every state of review and section', async () => {
    const office = await openOffice();
    expect(sectionsOutOfTurn.length).toBeGreaterThan(25);
    const clients = { planner: await office.signIn('planner'), reviewer: await office.signIn('reviewer') };
    for (const { review, state, action, sentence } of sectionsOutOfTurn) {
      await office.change(`update reviews set state = '${review}' where year = 2022`);
      await office.change(`update review_sections set state = '${state}' where id like '%/2022/section/%1.1'`);
      const { endpoint, persona, body } = sectionMoves[action];
      const client = persona === 'planner' ? clients.planner : clients.reviewer;
      expect((await sectionOf(client, '1.1')).state).toBe(state);
      const refusal = await refusedOnReview(client, endpoint, { params: { objective: '1.1' }, body });
      expect({ review, state, action, ...refusal }).toMatchObject({
        review,
        state,
        action,
        status: 409,
        detail: sentence,
      });
    }
  });
});

describe('a version', () => {
  it('has to come with every step, and a stale one changes nothing and shows how the review stands', async () => {
    const office = await openOffice();
    const before = await everything(office);
    for (const { endpoint, persona, body } of [
      ...Object.values(moves),
      { endpoint: writeReview, persona: 'planner', body: {} },
    ]) {
      const client = await office.signIn(persona);
      const params = { strategy, year: 2022 };
      const missing = await client.sendAny(endpoint, { params, body });
      expect({ url: endpoint.url, ...JSON.parse(missing.text) }).toMatchObject({ url: endpoint.url, status: 428 });
      const stale = await client.sendAny(endpoint, { params, body, headers: seen(1) });
      const current = await reviewOf(client);
      expect({ url: endpoint.url, ...JSON.parse(stale.text) }).toMatchObject({
        url: endpoint.url,
        status: 412,
        current,
      });
    }
    expect(await everything(office)).toBe(before);
  });

  it('lets one of two steps at the same time through', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const { version } = await planner.ok(readReview, { params: { strategy, year: 2022 } });
    const call = { params: { strategy, year: 2022 }, headers: seen(version) };
    const replies = await Promise.all([planner.send(sendToClearance, call), planner.send(sendToClearance, call)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
