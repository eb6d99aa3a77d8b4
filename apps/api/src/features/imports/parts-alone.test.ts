import { createIndicator } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { approve, enter, entryOf, historyOf, submit } from '../../testing/entries.ts';
import { commit, refusedCommit, tried } from '../../testing/imports.ts';
import { useOffices } from '../../testing/offices.ts';
import { sampleDefinition } from '../../testing/sample-bodies.ts';

const openOffice = useOffices();

const parts = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(['indicator,year,dimension,category,value,reason', ...lines].join('\n'));

const partsOf = async (client: Client) =>
  (await entryOf(client, '1.2-D', 2022)).breakdown.map(({ category, value }) => `${category} ${value}`);

/** A file of nothing but parts is written as it was found, as long as nothing at all was written since. */
it('parts are held against the value that the same file brings, and each against the whole', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  const definition = {
    ...sampleDefinition,
    disaggregations: [{ dimension: 'place', categories: ['camp', 'town'], sumsToTotal: false }],
  };
  await client.ok(createIndicator, { params: { strategy }, body: { code: '2.2-W', objective: '2.2', definition } });
  const file = ['sheet,indicator,year,dimension,category,value', 'Breakdowns,2.2-W,2022,place,camp,45'];
  const lines = [...file, 'Breakdowns,2.2-W,2022,place,town,44', 'Values,2.2-W,2022,,,44'];
  const { rows } = await tried(client, new TextEncoder().encode(lines.join('\n')));
  expect(rows.map(({ outcome, sentence }) => `${outcome}: ${sentence}`)).toEqual([
    'warned: A new part of the breakdown. Look once more: place: "camp" is 45, more than the whole of 44.',
    'inserted: A new part of the breakdown.',
    'inserted: A new value.',
  ]);
});

it('a value that changes alone is held against the parts that are recorded', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  await commit(client, await tried(client, parts('1.2-D,2022,sex,female,60,', '1.2-D,2022,sex,male,40,')));
  const valued = async (value: string) => {
    const { rows } = await tried(client, new TextEncoder().encode(`indicator,year,value\n1.2-D,2022,${value}`));
    return rows.map(({ outcome, sentence }) => `${outcome}: ${sentence}`);
  };
  expect(await valued('100')).toEqual(['inserted: A new value.']);
  expect(await valued('90')).toEqual([
    'warned: A new value. Look once more: sex adds up to 100; the value is 90: 10 too many.',
  ]);
});

describe('a file of parts of breakdowns alone', () => {
  const file = parts('1.2-D,2022,sex,female,60.50,', '1.2-d,FY 2022,sex, male ,1040,');
  const expected = ['female 60.5', 'male 1040'];

  it('is taken over as it was tried, and what it does not name stays', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    await commit(client, await tried(client, file));
    expect(await partsOf(client)).toEqual(expected);
    await commit(client, await tried(client, parts('1.2-D,2022,sex,male,"1,005",')));
    expect(await partsOf(client)).toEqual(['female 60.5', 'male 1005']);
    expect((await tried(client, parts('1.2-D,2022,sex,male,1005,'))).counts).toMatchObject({ unchanged: 1 });
  });

  it('is marked where its parts do not add up to the value, with those recorded among them', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    await enter(client, '1.2-D', 2022, { value: '100' });
    const both = await tried(client, parts('1.2-D,2022,sex,female,60,', '1.2-D,2022,sex,male,50,'));
    const sentence = 'A new part of the breakdown. Look once more: sex adds up to 110; the value is 100: 10 too many.';
    expect(both.rows).toMatchObject([
      { outcome: 'warned', sentence },
      { outcome: 'warned', sentence },
    ]);
    await commit(client, both);
    const mended = await tried(client, parts('1.2-D,2022,sex,male,40,'));
    expect(mended.rows).toMatchObject([{ outcome: 'changed', sentence: 'A part of the breakdown changes.' }]);
  });

  it('is read back where its thread had something else to do since', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const detail = await tried(client, file);
    const url = `/api/strategies/${strategy}/imports/template?format=csv&year=2022`;
    expect((await client.raw({ method: 'GET', url })).status).toBe(200);
    await commit(client, detail);
    expect(await partsOf(client)).toEqual(expected);
  });

  it('is checked anew where something else was written since', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const detail = await tried(client, file);
    await enter(client, '3.2-A', 2022, { value: '1' });
    await commit(client, detail);
    expect(await partsOf(client)).toEqual(expected);
  });

  it('is refused where its own place was changed, or its year was closed, since', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const first = await tried(client, file);
    await enter(client, '1.2-D', 2022, { value: '1' });
    expect((await refusedCommit(client, first)).errors?.[0]?.detail).toContain('Someone changed this');
    const third = await tried(client, file);
    await office.change("update reviews set state = 'in_clearance' where year = 2022");
    expect((await refusedCommit(client, third)).errors?.[0]?.detail).toContain('is in clearance');
    expect(await partsOf(client)).toEqual([]);
  });

  it('corrects an approved value with its reason', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const { target } = await entryOf(client, '1.2-D', 2022);
    await enter(client, '1.2-D', 2022, { value: target.value });
    await submit(client, '1.2-D', 2022);
    await approve(await office.signIn('reviewer'), '1.2-D', 2022);
    expect((await tried(client, file)).counts).toMatchObject({ refused: 2 });
    await commit(
      client,
      await tried(client, parts('1.2-D,2022,sex,female,60,Counted anew.', '1.2-D,2022,sex,male,5,')),
    );
    expect(await partsOf(client)).toEqual(['female 60', 'male 5']);
    const [vintage] = (await historyOf(client, '1.2-D', 2022)).vintages;
    expect(vintage).toMatchObject({ action: 'corrected', reason: 'Counted anew. (Imported from figures.csv)' });
  });
});
