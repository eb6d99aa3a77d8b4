import { addComment, resolveComment, type SearchAnswer, search, writeNote } from '@fbs/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, giveBack, placed, seen, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const find = (client: Client, q: string, more: { kind?: 'entry' | 'indicator'; each?: number } = {}) =>
  client.ok(search, { params: { strategy }, querystring: { each: 20, ...more, q } });

const textOf = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join('');
const hitsOf = (parts: readonly { readonly text: string; readonly hit: boolean }[]): string[] =>
  parts.filter(({ hit }) => hit).map(({ text }) => text);
const groupOf = ({ groups }: SearchAnswer, kind: string) => groups.find((group) => group.kind === kind);
const firstOf = ({ groups }: SearchAnswer) => {
  const [group] = groups;
  return { kind: group?.kind, code: group?.results[0]?.code, framework: group?.results[0]?.framework };
};

describe('a search', () => {
  it.each([
    ['1.2-D', { kind: 'indicator', code: '1.2-D', framework: null }],
    ['1.2-d', { kind: 'indicator', code: '1.2-D', framework: null }],
    ['1.2', { kind: 'objective', code: '1.2', framework: null }],
    ['objective 1.2', { kind: 'objective', code: '1.2', framework: null }],
    ['goal 3', { kind: 'goal', code: '3', framework: null }],
    ['jsp 1.3', { kind: 'element', code: '1.3', framework: 'JSP-2018-2022' }],
    ['JSP Goal 1.3', { kind: 'element', code: '1.3', framework: 'JSP-2018-2022' }],
  ])('for %j shows first what is called so', async (q, expected) => {
    const planner = await (await openOffice()).signIn('planner');
    expect(firstOf(await find(planner, q))).toEqual(expected);
  });

  it('takes every word as the beginning of one, in any case and with or without accents', async () => {
    const planner = await (await openOffice()).signIn('planner');
    await enter(planner, '1.2-D', 2022, { value: '4500', note: 'Caf\u00e9 courses in S\u00e3o Paulo' });
    for (const q of ['cafe sao', 'CAF\u00c9 PAU', 'sa\u0303o cour']) {
      const [result] = groupOf(await find(planner, q), 'entry')?.results ?? [];
      expect(result).toMatchObject({ indicator: '1.2-D', year: 2022, draft: true });
    }
    const [result] = groupOf(await find(planner, 'cafe sao'), 'entry')?.results ?? [];
    expect(hitsOf(result?.excerpt ?? [])).toEqual(['Caf\u00e9', 'S\u00e3o']);
  });

  it('finds names, definitions, statements, review texts, notes, discussion and people', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const here = placed('1.2-D', 2022).params;
    await planner.ok(writeNote, { params: here, body: { year: 2022, text: 'A zebra was counted' } });
    await planner.ok(addComment, { params: here, body: { text: 'Which zebra?' } });
    const zebra = await find(planner, 'zebra');
    expect(zebra.groups.map(({ kind, count }) => [kind, count])).toEqual([
      ['note', 1],
      ['comment', 1],
    ]);
    expect(groupOf(zebra, 'comment')?.results[0]).toMatchObject({
      indicator: '1.2-D',
      year: 2022,
      person: 'Dana Whitfield',
    });
    expect(firstOf(await find(planner, 'priya nair')).kind).toBe('person');
    const kinds = (await find(planner, 'trafficking')).groups.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['indicator', 'objective', 'goal', 'element']));
    const sections = groupOf(await find(planner, 'the'), 'review_section')?.results ?? [];
    expect(sections.length).toBeGreaterThan(0);
    for (const { year, objective } of sections) expect([year, objective]).not.toContain(null);
  });

  it('for one letter alone looks in codes and titles, since it begins a word of nearly every text', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { groups, narrowed } = await find(planner, 't', { each: 200 });
    expect(narrowed).toBe(true);
    expect(groups.map(({ kind }) => kind)).not.toContain('review_section');
    for (const { results } of groups) for (const { title } of results) expect(hitsOf(title)).not.toEqual([]);
  });

  it('for words that stand in thousands of texts looks in codes and titles, and says so', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await planner.ok(addComment, { params: placed('1.2-D', 2022).params, body: { text: 'Zebra' } });
    expect(await find(planner, 'zebra trafficking')).toMatchObject({ total: 0, narrowed: false });
    await office.change(`insert into comments (id, strategy_id, indicator_id, year, text, mentions, person_id, at, version)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
      select 'many' || i, strategy_id, indicator_id, year, 'zebra training', mentions, person_id, at, 1
      from comments, n where text = 'Zebra'`);
    expect(await find(planner, 'zebra')).toMatchObject({ total: 0, narrowed: true });
    const { groups, narrowed } = await find(planner, 'train');
    expect([narrowed, groups.map(({ kind }) => kind)]).toEqual([true, ['indicator']]);
  });

  it('counts all, and shows of each kind as many as asked', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const few = await find(planner, 'trafficking', { each: 2 });
    const all = await find(planner, 'trafficking', { each: 200 });
    expect(few.total).toBe(all.total);
    for (const { kind, count, results } of few.groups) {
      expect(results.length).toBe(Math.min(2, count));
      expect(groupOf(all, kind)?.results.length).toBe(count);
    }
    const only = await find(planner, 'trafficking', { kind: 'indicator' });
    expect(only.groups).toEqual([{ ...groupOf(await find(planner, 'trafficking'), 'indicator') }]);
    expect(only.total).toBe(only.groups[0]?.count);
  });

  it('follows what is written, in the same write', async () => {
    const planner = await (await openOffice()).signIn('planner');
    await enter(planner, '1.2-D', 2022, { value: '4500', note: 'A zebra' });
    expect((await find(planner, 'zebra')).total).toBe(1);
    await enter(planner, '1.2-D', 2022, { value: '4500', note: 'An okapi' });
    expect([(await find(planner, 'zebra')).total, (await find(planner, 'okapi')).total]).toEqual([0, 1]);
  });

  it('leaves an excerpt as plain text, whatever stands in it', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const text = '<img src=x onerror=alert(1)> zebra & "quotes" \u202eright to left';
    await planner.ok(addComment, { params: placed('1.2-D', 2022).params, body: { text } });
    const [result] = groupOf(await find(planner, 'zebra'), 'comment')?.results ?? [];
    expect(textOf(result?.excerpt ?? [])).toBe(text);
    expect(hitsOf(result?.excerpt ?? [])).toEqual(['zebra']);
  });

  it('is for those who are signed in, in a strategy that there is', async () => {
    const office = await openOffice();
    const input = { params: { strategy }, querystring: { q: 'a', each: 1 } };
    expect((await office.nobody.refused(search, input)).status).toBe(401);
    const viewer = await office.signIn('viewer');
    expect((await viewer.refused(search, { ...input, params: { strategy: 'none' } })).status).toBe(404);
  });
});

describe('nobody finds what they may not read:', () => {
  const draft = { value: '4500', explanation: 'Zebra explanation', note: 'Okapi note' };
  const totals = async (client: Client) => [(await find(client, 'zebra')).total, (await find(client, 'okapi')).total];

  it('a draft is found by its own section, by planners and by reviewers alone', async () => {
    const office = await openOffice();
    await enter(await office.signIn('contributor'), '1.2-D', 2022, draft);
    for (const persona of ['contributor', 'planner', 'reviewer']) {
      expect([persona, await totals(await office.signIn(persona))]).toEqual([persona, [1, 1]]);
    }
    for (const persona of ['contributor-rpa', 'contributor-peia', 'viewer', 'administrator']) {
      expect([persona, await totals(await office.signIn(persona))]).toEqual([persona, [0, 0]]);
    }
  });

  it('a value is found by everybody from its submission, until it is returned', async () => {
    const office = await openOffice();
    const [contributor, viewer] = [await office.signIn('contributor'), await office.signIn('viewer')];
    await enter(contributor, '1.2-D', 2022, draft);
    await submit(contributor, '1.2-D', 2022);
    expect(await totals(viewer)).toEqual([1, 1]);
    await giveBack(await office.signIn('reviewer'), '1.2-D', 2022, 'Gazelle');
    expect(await totals(viewer)).toEqual([0, 0]);
    expect((await find(contributor, 'gazelle')).total).toBe(0);
  });

  it('what was taken back or replaced is found by nobody', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    await enter(contributor, '1.2-D', 2022, draft);
    await enter(contributor, '1.2-D', 2022, { value: null, explanation: null, note: null });
    expect(await totals(contributor)).toEqual([0, 0]);
  });

  it('people who cannot sign in are not among the people', async () => {
    const office = await openOffice();
    const viewer = await office.signIn('viewer');
    expect(groupOf(await find(viewer, 'published record'), 'person')).toBeUndefined();
    await office.change("update people set active = 0 where id = 'contributor'");
    expect(groupOf(await find(viewer, 'priya'), 'person')).toBeUndefined();
  });

  it('a resolved comment is still found, since it is still read', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { params } = placed('1.2-D', 2022);
    const { id } = await planner.ok(addComment, { params, body: { text: 'A zebra' } });
    await planner.ok(resolveComment, { params: { ...params, comment: id }, headers: seen(1) });
    expect((await find(planner, 'zebra')).total).toBe(1);
  });
});

describe('a hostile query', () => {
  it.each([
    ['quotes', '"a" "'],
    ['operators', 'a AND OR NOT NEAR(b c, 2) col:x ^y {z} - + *'],
    ['an injection', "'); drop table values; --"],
    ['a column filter', 'title : trafficking'],
    ['a NUL', 'zebra\u0000 "x'],
    ['a smile', '\u{1F642}\u{1F468}\u200d\u{1F469}\u200d\u{1F467}'],
    ['right to left', '\u202e\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd'],
    ['half a character', '\ud83d'],
    ['nothing', ''],
    ['spaces', ' \t\n '],
    ['200 letters', 'a'.repeat(200)],
    ['many words', 'a b '.repeat(50)],
  ])('of %s gets an answer', async (_what, q) => {
    const viewer = await (await openOffice()).signIn('viewer');
    const { total, groups } = await find(viewer, q);
    expect(total).toBeGreaterThanOrEqual(groups.length);
  });

  it('of 10,000 characters gets a sentence that says what to do', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const input = { params: { strategy }, querystring: { q: 'x'.repeat(10_000), each: 1 } };
    expect(await viewer.refused(search, input)).toMatchObject({
      status: 422,
      detail: 'Search for up to 200 characters: shorten what you look for.',
      errors: [{ pointer: '/q' }],
    });
  });

  it('of any kind whatsoever is no mistake of the service', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
        expect((await viewer.send(search, { params: { strategy }, querystring: { q, each: 3 } })).status).toBe(200);
      }),
      { numRuns: 150 },
    );
  });
});
