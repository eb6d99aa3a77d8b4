import { readReviewChanges, reopenReview, writeReview } from '@fbs/contract';
import { expect, it } from 'vitest';
import { strategy } from '../../testing/endpoints.ts';
import { workUntil } from '../../testing/months-of-work.ts';
import { useOffices } from '../../testing/offices.ts';
import { doOnReview } from '../../testing/reviews.ts';

const openOffice = useOffices({ work: workUntil('the review is signed off') });

const of2022 = { strategy, year: 2022 };

it('shows after a reopening what the draft says otherwise than the signed version, line by line', async () => {
  const office = await openOffice();
  const viewer = await office.signIn('viewer');
  const asked = { params: of2022, querystring: { from: 1 } };
  await doOnReview(await office.signIn('administrator'), reopenReview, { body: { reason: 'A sentence was wrong.' } });
  const planner = await office.signIn('planner');
  await doOnReview(planner, writeReview, { body: { summary: 'The year in one sentence.' } });
  const changes = await viewer.ok(readReviewChanges, asked);
  expect(changes.from).toMatchObject({ number: 1, signedBy: 'Ruth Calloway' });
  expect(changes.to).toMatchObject({ number: 2, signedBy: null });
  const summary = changes.parts.find(({ heading }) => heading === 'Summary');
  expect(summary?.lines).toContainEqual({ kind: 'added', text: 'The year in one sentence.' });
  expect(summary?.lines.some(({ kind }) => kind === 'removed')).toBe(true);
  expect(changes.parts.some(({ heading }) => heading.startsWith('Goal'))).toBe(false);
  const lines = changes.parts.flatMap((part) => part.lines);
  expect(changes.added).toBe(lines.filter(({ kind }) => kind === 'added').length);
});

it('finds no difference of a version to itself, and refuses one that was never signed', async () => {
  const viewer = await (await openOffice()).signIn('viewer');
  const same = await viewer.ok(readReviewChanges, { params: of2022, querystring: { from: 1, to: 1 } });
  expect(same).toMatchObject({ added: 0, removed: 0, parts: [] });
  const refused = await viewer.refused(readReviewChanges, { params: of2022, querystring: { from: 1, to: 7 } });
  expect(refused).toMatchObject({ status: 404, detail: 'The review of FY 2022 has no signed version 7.' });
});
