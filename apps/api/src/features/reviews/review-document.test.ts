import { type ReviewDocument, reviewDocument } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../results/moment.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, giveBack, submit } from '../../testing/entries.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { buildReviewDocument } from './build-review-document.ts';
import { loadReview } from './review-work.ts';

const openOffice = useOffices();

/** The draft of a year as an export makes it now. */
const draftOf = ({ database, clock }: Office, year: number): Promise<ReviewDocument> =>
  database.read(async (queries) => {
    const work = await loadReview(queries, strategy, year, momentOf(undefined, clock.now()));
    return buildReviewDocument(work, null, clock.now());
  });

describe('the document of a review that is not signed', () => {
  it('has every word of the contract, and says that it is a draft', async () => {
    const document = await draftOf(await openOffice(), 2022);
    expect(reviewDocument.parse(document)).toEqual(document);
    expect(document).toMatchObject({
      draft: true,
      signOff: null,
      state: 'open',
      number: 1,
      asOf: '2026-01-15T15:00:00.000Z',
    });
    expect(reviewDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it('holds no draft: neither value nor explanation, note, source, breakdown or vintage', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    const words = { explanation: 'Draft words Qx1', note: 'Draft words Qx2', source: 'Draft words Qx3' };
    const breakdown = [{ dimension: 'sex', category: 'female', value: '3131.3131' }];
    await enter(contributor, '1.2-D', 2022, { value: '7171.7171', breakdown, ...words });
    await enter(contributor, '2.2-A', 2022, { value: '8181.8181', explanation: 'Submitted words' });
    await submit(contributor, '2.2-A', 2022);
    await giveBack(await office.signIn('reviewer'), '2.2-A', 2022, 'Return words Qx5');
    await enter(await office.signIn('planner'), '5.1-A', 2022, { value: '61.6161', note: 'Draft words Qx6' });
    await enter(await office.signIn('planner'), '5.1-A', 2022, { value: null });
    const text = JSON.stringify(await draftOf(office, 2022));
    for (const secret of ['7171.7171', '3131.3131', '61.6161', 'Draft words', 'Return words', '5640']) {
      expect({ secret, told: text.includes(secret) }).toEqual({ secret, told: false });
    }
    expect(text).toContain('"withheld":true');
    // a value that was submitted once was read by everybody on that day
    const { vintages } = (await draftOf(office, 2022)).goals
      .flatMap((goal) => goal.objectives.flatMap((objective) => objective.indicators))
      .find(({ code }) => code === '2.2-A') ?? { vintages: [] };
    expect(vintages.map(({ action, withheld }) => [action, withheld])).toEqual([
      ['returned', true],
      ['submitted', false],
      ['entered', true],
      ['submitted', false],
      ['entered', true],
    ]);
  });

  it('is made the same way for a year that is not started', async () => {
    const office = await openOffice();
    await office.change('update strategies set last_year = 2023');
    const document = await draftOf(office, 2023);
    expect(reviewDocument.parse(document)).toEqual(document);
    expect(document).toMatchObject({ state: 'not_started', draft: true, number: 1, summary: null, history: [] });
  });

  it('counts what is illustrative and where its figures come from', async () => {
    const { illustrative, sources, goals } = await draftOf(await openOffice(), 2022);
    const indicators = goals.flatMap((goal) => goal.objectives.flatMap((objective) => objective.indicators));
    const figures = indicators.filter(({ entry }) => entry.illustrative && entry.value !== null).length;
    const targets = indicators.filter(({ entry }) => entry.target.illustrative).length;
    expect(illustrative.figures).toBe(figures + targets);
    const shown = indicators
      .flatMap(({ years }) => years)
      .filter(({ source, value }) => source !== null && value !== null);
    expect(sources.reduce((sum, each) => sum + each.figures, 0)).toBe(shown.length);
    expect(sources.some(({ verification }) => verification === 'official')).toBe(true);
  });
});
