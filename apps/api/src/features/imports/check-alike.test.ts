import { createIndicator } from '@fbs/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { strategy } from '../../testing/endpoints.ts';
import { enter, entryOf } from '../../testing/entries.ts';
import { commit, tried } from '../../testing/imports.ts';
import { useOffices } from '../../testing/offices.ts';
import { sampleDefinition } from '../../testing/sample-bodies.ts';

const openOffice = useOffices();

const categories = Array.from({ length: 700 }, (_, at) => `place ${at}`);
const definition = {
  ...sampleDefinition,
  disaggregations: [
    { dimension: 'place', categories, sumsToTotal: false },
    { dimension: 'sex', categories: ['female', 'male'], sumsToTotal: true },
  ],
};

const openWithPlaces = async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  for (const code of ['2.2-W', '2.2-X']) {
    await client.ok(createIndicator, { params: { strategy }, body: { code, objective: '2.2', definition } });
  }
  await enter(client, '2.2-X', 2022, { value: '500' });
  return client;
};

const bytesOf = (rows: readonly string[], first: string): Uint8Array =>
  new TextEncoder().encode([first, ...rows].join('\n'));
/** The rows of a file with a quoted word are asked about one by one. */
const names = {
  plain: 'indicator,year,dimension,category,value,reason',
  quoted: '"indicator",year,dimension,category,value,reason',
};

/** In the order of the definition, the other way round, or every second one first. */
const orders: Record<string, (rows: readonly string[]) => string[]> = {
  same: (rows) => [...rows],
  reversed: (rows) => [...rows].reverse(),
  mixed: (rows) => [...rows.filter((_, at) => at % 2 === 0), ...rows.filter((_, at) => at % 2 === 1)],
};
const order = fc.constantFrom(...Object.values(orders));

const runOf = (code: string, dimension: string, from: number, count: number): string[] =>
  categories.slice(from, from + count).map((each, at) => `${code},2022,${dimension},${each},${at / 4},`);

it('finds of rows that are alike what it finds of each by itself', async () => {
  const client = await openWithPlaces();
  const oddRow = fc.constantFrom(
    '2.2-W,2022,place,place 3,7,',
    '2.2-W,2022,sex,female,7,',
    '2.2-W,FY 2022,place,place 690,7.50,',
    '2.2-X,2022,place, place 691 ,1,',
    '2.2-X,2022,place,place 692,501,',
    '2.2-X,2022,place,nowhere,1,',
    '2.2-X,2022,place,place 693,seven,',
    '2.2-W,2022,place,place 694,5,because',
    '2.2-W,2031,place,place 695,5,',
    ',,,,,',
    '',
  );
  const odd = fc.array(oddRow, { maxLength: 1 });
  const file = fc.tuple(fc.nat(40), fc.nat(40), odd, odd, order).map(([one, two, between, after, ordered]) => {
    return [
      ...ordered(runOf('2.2-W', 'place', 0, one)),
      ...between,
      ...ordered(runOf('2.2-X', 'place', 100, two)),
      ...after,
    ];
  });
  await fc.assert(
    fc.asyncProperty(file, async (rows) => {
      fc.pre(rows.some((row) => /\w/.test(row)));
      const [alike, each] = [
        await tried(client, bytesOf(rows, names.plain)),
        await tried(client, bytesOf(rows, names.quoted)),
      ];
      expect({ rows: alike.rows, counts: alike.counts }).toEqual({ rows: each.rows, counts: each.counts });
    }),
    { numRuns: 25, examples: [[[...runOf('2.2-X', 'place', 0, 3), '2.2-X,2022,place,place 692,501,']]] },
  );
});

it('keeps such rows across blocks with their own numbers, and writes them all', async () => {
  const client = await openWithPlaces();
  const rows = [...runOf('2.2-W', 'place', 0, 650), '', ...runOf('2.2-X', 'place', 0, 300)];
  const detail = await tried(client, bytesOf(rows, names.plain));
  expect(detail.counts).toMatchObject({ inserted: 950, refused: 0 });
  expect(detail.rows.at(-1)).toMatchObject({ row: 952, what: 'place: place 299', after: '74.75' });
  await commit(client, detail);
  const { breakdown } = await entryOf(client, '2.2-X', 2022);
  expect(breakdown).toHaveLength(300);
  expect(breakdown.at(-1)).toMatchObject({ category: 'place 299', value: '74.75' });
  expect((await tried(client, bytesOf(rows, names.plain))).counts).toMatchObject({ unchanged: 950, inserted: 0 });
});
