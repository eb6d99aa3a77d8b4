import { readSectionChanges, writeReviewSection } from '@fbs/contract';
import { expect, it } from 'vitest';
import { strategy } from '../../testing/endpoints.ts';
import { approve, enter, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';
import { doOnReview } from '../../testing/reviews.ts';

const openOffice = useOffices();

const of = (objective: string) => ({ params: { strategy, year: 2022, objective } });

it('shows what changed in texts and figures since the section was submitted, and nothing of other sections', async () => {
  const office = await openOffice();
  const reviewer = await office.signIn('reviewer');
  const planner = await office.signIn('planner');
  const before = await reviewer.ok(readSectionChanges, of('3.2'));
  expect(before.since).toMatch(/^\d{4}-/);
  const known = before.parts.flatMap(({ lines }) =>
    lines.filter(({ kind }) => kind === 'added').map(({ text }) => text),
  );
  await doOnReview(planner, writeReviewSection, {
    params: { objective: '3.2', year: 2022 },
    body: { narrative: 'Written after the section was submitted.' },
  });
  await enter(planner, '1.2-D', 2022, { value: '4870', explanation: 'Two courses were added.' });
  await submit(planner, '1.2-D', 2022);
  await approve(reviewer, '1.2-D', 2022);
  const { parts } = await reviewer.ok(readSectionChanges, of('3.2'));
  const added = parts.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'added').map(({ text }) => text));
  expect(added.filter((text) => !known.includes(text))).toContain('Written after the section was submitted.');
  expect(added.some((text) => text.includes('4,870'))).toBe(false);
  expect(parts.every(({ heading }) => heading.includes('Objective 3.2'))).toBe(true);
});

it('says of a section that was never submitted that there is nothing to compare with', async () => {
  const reviewer = await (await openOffice()).signIn('reviewer');
  expect(await reviewer.ok(readSectionChanges, of('1.2'))).toEqual({ since: null, parts: [] });
});
