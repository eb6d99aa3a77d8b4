import {
  type Action,
  nextReviewState,
  nextSectionState,
  permits,
  type ReviewAction,
  type ReviewState,
  type SectionAction,
  type SectionState,
} from '@fbs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { listActions } from '../repositories/corrective-action-repository.ts';
import { listPersonas } from '../repositories/people-repository.ts';
import { listSections } from '../repositories/review-section-repository.ts';
import { reviewSections, reviewSectionVintages, reviews, reviewVintages } from '../schema/reviews.ts';
import { makeTemplate, type Template } from '../template.ts';
import { strategyId } from './places.ts';
import { seedDatabase } from './seed-database.ts';

const readAll = (database: Database) =>
  database.read(async (queries) => {
    const current = await queries.select().from(reviews).orderBy(reviews.year);
    return {
      reviews: current,
      vintages: await queries.select().from(reviewVintages).orderBy(reviewVintages.vintage),
      rows: await queries.select().from(reviewSections),
      sections: await listSections(
        queries,
        current.map(({ id }) => id),
        null,
      ),
      sectionVintages: await queries.select().from(reviewSectionVintages).orderBy(reviewSectionVintages.vintage),
      actions: await listActions(queries, strategyId, null),
      personas: await listPersonas(queries),
    };
  });

let template: Template;
let database: Database;
let all: Awaited<ReturnType<typeof readAll>>;
beforeAll(async () => {
  template = await makeTemplate((each) => seedDatabase(each, 'evaluation'));
  database = await template.copy();
  all = await readAll(database);
});
afterAll(async () => {
  await database.close();
  template.remove();
});

const may = (personId: string, action: Action): boolean => {
  const person = all.personas.find(({ persona }) => persona === personId);
  return person !== undefined && permits(person, action);
};

const reviewSteps: Readonly<Record<string, readonly [ReviewAction, Action]>> = {
  opened: ['open', 'open review'],
  sent_to_clearance: ['send_to_clearance', 'send review to clearance'],
  returned: ['return_from_clearance', 'return review from clearance'],
  signed_off: ['sign_off', 'sign off review'],
};

const sectionSteps: Readonly<Record<string, readonly [SectionAction, Action]>> = {
  written: ['write', 'write review'],
  submitted: ['submit', 'submit review sections'],
  returned: ['return', 'return review sections'],
  cleared: ['clear', 'clear review sections'],
};

/** How a review stood at a moment. */
const reviewStateAt = (reviewId: string, at: string): ReviewState =>
  (all.vintages.findLast((vintage) => vintage.reviewId === reviewId && vintage.at <= at)?.state ??
    'not_started') as ReviewState;

describe('the versions of a review', () => {
  it('follow the rules, by people who may, in the order of time', () => {
    for (const { id, version, sentBy } of all.reviews) {
      const own = all.vintages.filter(({ reviewId }) => reviewId === id);
      expect(version).toBe(own.length);
      own.forEach(({ vintage, action, state, personId, at, reason }, index) => {
        const before = own[index - 1];
        expect(vintage).toBe(index + 1);
        expect(before === undefined || before.at < at, `${id} ${action}`).toBe(true);
        if (action === 'written') {
          expect([state, may(personId, 'write review')]).toEqual(['open', true]);
          return;
        }
        const [step, asked] = reviewSteps[action] ?? [];
        if (step === undefined || asked === undefined) throw new Error(action);
        expect(nextReviewState((before?.state ?? 'not_started') as ReviewState, step), `${id} ${action}`).toBe(state);
        expect(may(personId, asked), `${id} ${action} by ${personId}`).toBe(true);
        if (action === 'signed_off') expect(personId).not.toBe(sentBy);
        if (action === 'returned') expect(reason).toBeTruthy();
      });
    }
  });

  it('end in the current row', () => {
    for (const { id, version, state, summary, jspStatement, personId, at, number } of all.reviews) {
      const last = all.vintages.findLast(({ reviewId }) => reviewId === id);
      expect(last).toMatchObject({ vintage: version, state, summary, jspStatement, personId, at, number });
    }
  });
});

describe('the versions of a section', () => {
  it('follow the rules while the review allows it, and nobody clears what they submitted', () => {
    for (const { id } of all.rows) {
      const own = all.sectionVintages.filter(({ sectionId }) => sectionId === id);
      own.forEach(({ vintage, action, state, personId, at, reviewId, submittedBy, returnNote }, index) => {
        const before = own[index - 1];
        expect(vintage).toBe(index + 1);
        if (before === undefined) {
          expect([action, state]).toEqual(['started', 'drafting']);
          return;
        }
        expect(before.at < at, `${id} ${action}`).toBe(true);
        const [step, asked] = sectionSteps[action] ?? [];
        if (step === undefined || asked === undefined) throw new Error(action);
        expect(
          nextSectionState(before.state as SectionState, step, reviewStateAt(reviewId, at)),
          `${id} ${action}`,
        ).toBe(state);
        expect(may(personId, asked), `${id} ${action} by ${personId}`).toBe(true);
        if (action === 'cleared') expect(submittedBy).not.toBe(personId);
        if (action === 'returned') expect(returnNote).toBeTruthy();
      });
    }
  });

  it('end in the current row, eleven in every review', () => {
    expect(all.rows).toHaveLength(55);
    for (const { version, id: sectionId, ...record } of all.rows) {
      const last = all.sectionVintages.findLast((vintage) => vintage.sectionId === sectionId);
      expect(last).toMatchObject({ ...record, vintage: version });
    }
  });

  it('tell of the objective in a few sentences, with evidence that can be opened', () => {
    const links = all.sections.flatMap(({ evidence }) => evidence);
    for (const { title, url } of links) expect([title !== '', new URL(url).protocol]).toEqual([true, 'https:']);
    expect(links.length).toBeGreaterThan(20);
    const missing = all.sections.filter(({ narrative }) => narrative === null).map(({ id }) => id);
    expect(missing).toEqual([`${strategyId}/review/2022/section/1.2`]);
    for (const { narrative, id } of all.sections) {
      if (narrative) expect(narrative.split(/\. |\.$/).filter(Boolean).length, id).toBeGreaterThanOrEqual(2);
    }
    expect(all.sections.filter(({ decisions }) => decisions !== null).length).toBeGreaterThan(20);
  });
});

describe('corrective actions', () => {
  it('are opened in a review before its clearance, and told of in each later one until closed', () => {
    expect(all.actions).toHaveLength(7);
    for (const { id, openedYear, updates, version, state } of all.actions) {
      expect(id).not.toContain('/');
      expect(version).toBe(updates.length + 1);
      expect(
        updates.map(({ year }) => year),
        id,
      ).toEqual(updates.map((_, index) => openedYear + 1 + index));
      expect(
        updates.slice(0, -1).every((update) => update.state === 'open'),
        id,
      ).toBe(true);
      expect(state).toBe(updates.at(-1)?.state ?? 'open');
      for (const { year, at } of updates)
        expect(reviewStateAt(`${strategyId}/review/${year}`, at), `${id} ${year}`).toBe('open');
    }
  });

  it('two are still open: one updated for FY 2022, one not yet', () => {
    const open = all.actions.filter(({ state }) => state === 'open');
    expect(open.map(({ id, updates }) => `${id} ${updates.at(-1)?.year ?? 'not updated'}`)).toEqual([
      '2020-2.1 2022',
      '2021-5.1 not updated',
    ]);
    expect(all.actions.filter(({ state }) => state === 'dropped')).toHaveLength(1);
  });
});
