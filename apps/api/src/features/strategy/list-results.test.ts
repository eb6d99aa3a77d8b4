import {
  type CallInput,
  listResults,
  type Overview,
  type ResultsPage,
  readObjective,
  readOverview,
} from '@fbs/contract';
import { attentionKinds } from '@fbs/core';
import { describe, expect, it } from 'vitest';
import { type Client, urlOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const years = [2018, 2019, 2020, 2021, 2022];

type Query = Partial<CallInput<typeof listResults>['querystring']> & { readonly year: number };
type Figure = { readonly what: string; readonly figure: number; readonly query: Omit<Query, 'year'> };

/** Only how long the list is: what single lines hold is asked elsewhere. */
const countOf = async (
  client: Client,
  querystring: Query,
): Promise<{ readonly length: number; readonly count: number }> => {
  const { text } = await client.raw({ method: 'GET', url: urlOf(listResults, { params: { strategy }, querystring }) });
  const { lines, planned, count } = JSON.parse(text) as ResultsPage;
  return { length: new Set([...lines, ...planned].map(({ code }) => code)).size, count };
};

const resultsOf = (client: Client, querystring: Query) =>
  client.ok(listResults, { params: { strategy }, querystring: { list: 'indicators', ...querystring } });

const countsOf = (what: string, counts: Overview['rollUp'], goal?: string): Figure[] =>
  (
    [
      ['indicators', counts.indicators],
      ['met', counts.met],
      ['rated', counts.rated],
      ['above_target', counts.above],
      ['on_target', counts.on],
      ['improved_target_not_met', counts.improved],
      ['below_target', counts.below],
      ['not_rated', counts.notRated],
      ['reported', counts.reported],
      ['due', counts.due],
      ['explanations_missing', counts.explanationsMissing],
    ] as const
  ).map(([list, figure]) => ({ what: `${what} ${list}`, figure, query: { list, ...(goal && { goal }) } }));

/** Every figure that the overview shows, with the list that it leads to. */
const figuresOf = ({ rollUp, entries, goals, needsAttention, jsp, illustrative }: Overview): Figure[] => [
  ...countsOf('the strategy:', rollUp),
  ...goals.flatMap((goal) => countsOf(`goal ${goal.code}:`, goal.rollUp, goal.code)),
  { what: 'overdue', figure: entries.overdue, query: { list: 'overdue' } },
  { what: 'returned', figure: entries.returned, query: { list: 'returned' } },
  { what: 'drafts', figure: entries.drafts, query: { list: 'drafts' } },
  { what: 'awaiting approval', figure: entries.awaitingApproval, query: { list: 'awaiting_approval' } },
  { what: 'not applicable', figure: entries.notApplicable, query: { list: 'not_applicable' } },
  { what: 'not due', figure: entries.notDue, query: { list: 'not_due' } },
  { what: 'attention', figure: needsAttention.length, query: { list: 'attention' } },
  ...attentionKinds.map((kind) => ({
    what: `attention: ${kind}`,
    figure: needsAttention.filter((each) => each.kind === kind).length,
    query: { list: 'attention' as const, kind },
  })),
  { what: 'goals behind', figure: jsp?.goals ?? 0, query: { list: 'jsp_goals' } },
  { what: 'objectives behind', figure: jsp?.objectives ?? 0, query: { list: 'jsp_objectives' } },
  { what: 'reporting behind', figure: jsp?.reportingIndicators ?? 0, query: { list: 'jsp_reporting' } },
  { what: 'illustrative', figure: illustrative, query: { list: 'illustrative' } },
];

describe('the list behind a figure', () => {
  it.each(years)('is as long as the figure says, for every figure of the overview of %i', async (year) => {
    const viewer = await (await openOffice()).signIn('viewer');
    const figures = figuresOf(await viewer.ok(readOverview, { params: { strategy }, querystring: { year } }));
    expect(figures.length).toBeGreaterThan(70);
    for (const { what, figure, query } of figures) {
      expect({ what, ...(await countOf(viewer, { year, ...query })) }).toEqual({ what, length: figure, count: figure });
    }
  });

  it('says of the change against the year before what was met anew and what no longer', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    for (const year of years) {
      const overview = await viewer.ok(readOverview, { params: { strategy }, querystring: { year } });
      for (const { code, rollUp, previousRollUp } of overview.goals) {
        const { lines } = await resultsOf(viewer, { year, list: 'met_changed', goal: code });
        const [gained, lost] = (['newly_met', 'no_longer_met'] as const).map(
          (change) => lines.filter((line) => line.change === change).length,
        );
        expect((gained ?? 0) + (lost ?? 0)).toBe(lines.length);
        expect((await countOf(viewer, { year, list: 'newly_met', goal: code })).length).toBe(gained);
        expect((await countOf(viewer, { year, list: 'no_longer_met', goal: code })).length).toBe(lost);
        expect((gained ?? 0) - (lost ?? 0)).toBe(previousRollUp === null ? 0 : rollUp.met - previousRollUp.met);
      }
    }
  });

  it('is as long as the figure also as of a past day', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const querystring = { year: 2021, asOf: '2021-12-31' };
    const overview = await viewer.ok(readOverview, { params: { strategy }, querystring });
    expect(overview.rollUp.rated).toBeGreaterThan(0);
    for (const { what, figure, query } of figuresOf({ ...overview, goals: [] })) {
      expect({ what, count: (await resultsOf(viewer, { ...querystring, ...query })).count }).toEqual({
        what,
        count: figure,
      });
    }
  });

  it('stands in the order of the ranks, with the sentence of the overview, where it needs attention', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const overview = await viewer.ok(readOverview, { params: { strategy }, querystring: { year: 2022 } });
    const { lines } = await resultsOf(viewer, { year: 2022, list: 'attention' });
    expect(lines.map(({ code, attention }) => ({ code, ...attention }))).toEqual(
      overview.needsAttention.map(({ indicator, kind, sentence }) => ({ code: indicator, kind, sentence })),
    );
  });

  it('can be narrowed to an objective', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const params = { strategy, code: '2.2' };
    const { rollUp } = await viewer.ok(readObjective, { params, querystring: { year: 2022 } });
    const page = await resultsOf(viewer, { year: 2022, list: 'met', objective: '2.2' });
    expect(page).toMatchObject({ count: rollUp.met, objective: { code: '2.2' }, goal: null });
  });

  it('withholds a draft from who may not see it, and counts it all the same', async () => {
    const office = await openOffice();
    const [viewer, planner] = [await office.signIn('viewer'), await office.signIn('planner')];
    const [seen, whole] = [
      await resultsOf(viewer, { year: 2022, list: 'returned' }),
      await resultsOf(planner, { year: 2022, list: 'returned' }),
    ];
    expect(seen.count).toBe(whole.count);
    expect(seen.lines[0]?.entry).toMatchObject({ withheld: true, value: null });
    expect(whole.lines[0]?.entry.value).not.toBeNull();
  });

  it.each([
    [{ goal: '9' }, /no goal 9/],
    [{ objective: '9.9' }, /no objective 9\.9/],
  ] as const)('refuses what is not there: %o', async (place, sentence) => {
    const viewer = await (await openOffice()).signIn('viewer');
    const query = { params: { strategy }, querystring: { year: 2022, list: 'met', ...place } } as const;
    const refusal = await viewer.refused(listResults, query);
    expect([refusal.status, refusal.detail]).toEqual([404, expect.stringMatching(sentence)]);
  });
});
