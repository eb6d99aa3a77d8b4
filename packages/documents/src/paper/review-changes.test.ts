import type { ReviewDocument } from '@fbs/contract';
import { expect, test } from 'vitest';
import { finalReviewFixture, reviewFixture } from '../testing/review-fixture.ts';
import { reviewChanges } from './review-changes.ts';

test('a version differs from itself in nothing', () => {
  expect(reviewChanges(finalReviewFixture(), finalReviewFixture())).toEqual([]);
});

test('names the changed line, what it was, and where it stands', () => {
  const newer = { ...reviewFixture(), summary: 'Two targets were met late.\n\nStaff changed.' };
  const changes = reviewChanges(reviewFixture(), newer);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.heading).toBe('Summary');
  expect(changes[0]?.lines.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual([
    'Two targets were met late.',
    'Staff changed.',
  ]);
  expect(changes[0]?.lines.filter(({ kind }) => kind === 'removed')).toHaveLength(1);
});

test('a changed figure shows in the row of its indicator, and only there', () => {
  const newer = reviewFixture();
  const [goal] = newer.goals;
  const indicator = goal?.objectives[0]?.indicators.find(({ code }) => code === '1.2-D');
  if (indicator === undefined) throw new Error('the fixture has no 1.2-D');
  const changed = { ...indicator, entry: { ...indicator.entry, value: '99999' } };
  const replaced = {
    ...newer,
    goals: newer.goals.map((one) => ({
      ...one,
      objectives: one.objectives.map((objective) => ({
        ...objective,
        indicators: objective.indicators.map((each) => (each.code === '1.2-D' ? changed : each)),
      })),
    })),
  };
  const changes = reviewChanges(reviewFixture(), replaced);
  const lines = changes.flatMap((part) => part.lines);
  expect(lines.some(({ kind, text }) => kind === 'added' && text.includes('99,999'))).toBe(true);
  expect(lines.some(({ kind, text }) => kind === 'removed' && text.includes('10,412'))).toBe(true);
  expect(changes.every(({ heading }) => heading.includes('Objective 1.2'))).toBe(true);
});

test('a file of the same name that holds something else is another file', () => {
  const changed = (change: (sha256: string) => string): ReviewDocument => {
    const text = JSON.stringify(reviewFixture());
    return JSON.parse(text.replace(/(?<="sha256":")[0-9a-f]+/, change)) as ReviewDocument;
  };
  const changes = reviewChanges(
    changed(String),
    changed(() => 'f'.repeat(64)),
  );
  expect(changes.map(({ heading }) => heading)).toEqual([expect.stringMatching(/Objective 1\.2: .*, Evidence$/)]);
  expect(changes[0]?.lines.map(({ kind, text }) => [kind, text.slice(0, 14)])).toEqual([
    ['same', 'Program report'],
    ['removed', 'Award reports†'],
    ['added', 'Award reports†'],
  ]);
});

test('a part that is gone is shown as removed', () => {
  const older = reviewFixture();
  const newer = { ...older, goals: older.goals.slice(0, 1) };
  const goal = reviewChanges(older, newer).find(({ heading }) => heading.startsWith('Goal 2'));
  expect(goal?.lines.every(({ kind }) => kind === 'removed')).toBe(true);
});

test('each signed version is named by its own checksum', () => {
  const signed = finalReviewFixture();
  const [older, newer] = ['a'.repeat(64), 'b'.repeat(64)];
  const lines = reviewChanges(signed, signed, { older, newer }).flatMap((part) => part.lines);
  expect(lines).toContainEqual({ kind: 'removed', text: `SHA-256: ${older}` });
  expect(lines).toContainEqual({ kind: 'added', text: `SHA-256: ${newer}` });
  expect(lines.some(({ text }) => text.includes('No checksum') || text.startsWith('Made with'))).toBe(false);
});
