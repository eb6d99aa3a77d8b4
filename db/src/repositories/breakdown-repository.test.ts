import { compareDecimals, type Decimal, sumDecimals } from '@fbs/core';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personId, strategyId, useRecord } from '../testing/record-office.ts';
import { addBreakdown, listBreakdownRows, listParts, listTotals } from './breakdown-repository.ts';

const onCopy = useRecord();
const at = '2031-01-01T12:00:00.000Z';
const breakdown = { indicatorId: `${strategyId}/indicator/1.2-D`, year: 2101, personId, at };

const decimal = fc
  .record({ whole: fc.integer({ min: -99_999, max: 99_999 }), part: fc.nat(999) })
  .map(
    ({ whole, part }): Decimal =>
      part === 0 ? String(whole) : `${whole}.${String(part).padStart(3, '0').replace(/0+$/, '')}`,
  );

const anyRows = fc
  .uniqueArray(
    fc.record({
      dimension: fc.constantFrom('sex', 'age', 'country/place'),
      category: fc.string({ minLength: 1, maxLength: 6 }),
    }),
    {
      maxLength: 30,
      selector: ({ dimension, category }) => JSON.stringify([dimension, category]),
    },
  )
  .chain((places) =>
    fc.tuple(fc.constant(places), fc.array(decimal, { minLength: places.length, maxLength: places.length })),
  )
  .map(([places, figures]) => places.map((place, index) => ({ ...place, value: figures[index] ?? '0' })));

it('keeps rows in their order, and beside them the exact sum of each dimension', () =>
  fc.assert(
    fc.asyncProperty(anyRows, (rows) =>
      onCopy(async (database) => {
        await database.write((queries) => addBreakdown(queries, { ...breakdown, id: 'b', rows }));
        const found = await database.read((queries) => listBreakdownRows(queries, ['b', 'nothing']));
        expect(found.get('b') ?? []).toEqual(rows);
        expect(found.has('nothing')).toBe(false);
        const totals = await database.read(async (queries) =>
          queries.all<{ dimension: string; total: string; rows: number }>(
            sql.raw("select * from breakdown_totals where breakdown_id = 'b'"),
          ),
        );
        const allTotals = await database.read((queries) => listTotals(queries, ['b', 'nothing']));
        const known = allTotals.get('b') ?? [];
        const dimensions = [...new Set(rows.map(({ dimension }) => dimension))];
        expect(totals.map(({ dimension }) => dimension).sort()).toEqual([...dimensions].sort());
        for (const { dimension, total, rows: count } of totals) {
          const own = rows.filter((row) => row.dimension === dimension);
          expect({ total, count }).toEqual({ total: sumDecimals(own.map(({ value }) => value)), count: own.length });
          const { largest, largestCategory } = known.find((each) => each.dimension === dimension) ?? {};
          expect(own).toContainEqual({ dimension, category: largestCategory, value: largest });
          expect(own.every(({ value }) => compareDecimals(value, largest ?? '') <= 0)).toBe(true);
        }
      }),
    ),
    { numRuns: 25 },
  ));

it('finds single categories among thousands of rows, and only in the breakdowns asked for', () =>
  onCopy(async (database) => {
    const rows = Array.from({ length: 2500 }, (_, index) => ({
      dimension: 'sex',
      category: `c${index}`,
      value: String(index),
    }));
    await database.write(async (queries) => {
      await addBreakdown(queries, { ...breakdown, id: 'large', rows });
      await addBreakdown(queries, { ...breakdown, id: 'other', rows: rows.slice(0, 10) });
    });
    const place = { dimension: 'sex', category: 'c7' };
    const parts = await database.read((queries) =>
      listParts(queries, ['large'], [place, { ...place, dimension: 'age' }]),
    );
    expect([...parts.keys()]).toEqual(['large']);
    expect(parts.get('large')).toMatchObject([{ ...place, value: '7' }]);
    const found = await database.read((queries) => listBreakdownRows(queries, ['large']));
    expect(found.get('large')).toEqual(rows);
  }));

it('keeps any name of a category letter by letter, and names like numbers in their order', () =>
  onCopy(async (database) => {
    const names = ['10', '2', '"', '\\', 'a\nb', '\u0001', '__proto__', 'é ’ 漢', '😀', '\\u0041', '\u2028', ' '];
    const rows = names.map((category, index) => ({ dimension: 'sex', category, value: `${index}.5` }));
    await database.write((queries) => addBreakdown(queries, { ...breakdown, id: 'named', rows }));
    const found = await database.read((queries) => listBreakdownRows(queries, ['named']));
    expect(found.get('named')).toEqual(rows);
  }));
