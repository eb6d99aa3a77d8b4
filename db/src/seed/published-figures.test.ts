import type { Mode } from '@fbs/core';
import { modes } from '@fbs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { listBreakdownRows } from '../repositories/breakdown-repository.ts';
import { listValues } from '../repositories/value-repository.ts';
import { valueVintages } from '../schema/values.ts';
import { makeTemplate, type Template } from '../template.ts';
import { seedDatabase } from './seed-database.ts';
import { readSeedTable } from './seed-files.ts';

const strategyId = 'fbs-2018-2022';
type Observation = Record<'indicator' | 'year' | 'disaggregation' | 'value' | 'source' | 'verification', string>;
const observations: Observation[] = readSeedTable('public-observations.csv');

const templates = new Map<Mode, Template>();
const databases = new Map<Mode, Database>();
beforeAll(async () => {
  for (const mode of modes) {
    const template = await makeTemplate((each) => seedDatabase(each, mode));
    templates.set(mode, template);
    databases.set(mode, await template.copy());
  }
});
afterAll(async () => {
  for (const database of databases.values()) await database.close();
  for (const template of templates.values()) template.remove();
});

const databaseOf = (mode: Mode): Database => {
  const database = databases.get(mode);
  if (database === undefined) throw new Error(`no database of ${mode}`);
  return database;
};

/** What is known of an indicator and year at the end of a day. */
const knownAt = async (mode: Mode, code: string, year: number, day: string) => {
  const rows = await databaseOf(mode).read((queries) => listValues(queries, strategyId, `${day}T23:59:59.999Z`));
  return rows.find((row) => row.indicatorId.endsWith(`/${code}`) && row.year === year);
};

for (const mode of modes) {
  describe(`the published figures in ${mode}`, () => {
    it('are all 107 in force today, with value, source and verification', async () => {
      const database = databaseOf(mode);
      const rows = await database.read((queries) => listValues(queries, strategyId, null));
      const ids = rows.flatMap(({ breakdownId }) => breakdownId ?? []);
      const parts = await database.read((queries) => listBreakdownRows(queries, ids));
      expect(observations).toHaveLength(107);
      for (const { indicator, year, disaggregation, value, source, verification } of observations) {
        const row = rows.find(
          (each) => each.indicatorId === `${strategyId}/indicator/${indicator}` && each.year === Number(year),
        );
        expect(row, `${indicator} ${year}`).toMatchObject({
          source,
          verification,
          state: 'approved',
          illustrative: false,
        });
        const part = parts.get(row?.breakdownId ?? '')?.find(({ category }) => category === disaggregation);
        expect(disaggregation === '' ? row?.value : part?.value, `${indicator} ${year} ${disaggregation}`).toBe(value);
        if (part) expect(part.dimension).toBe('trafficking type');
      }
    });

    it('are recorded by the published record at noon of the day on which the source came out', async () => {
      const vintages = await databaseOf(mode).read(async (queries) => queries.select().from(valueVintages));
      const published = vintages.filter(({ action }) => action === 'published' || action === 'restated');
      const days = new Map(
        readSeedTable<'source' | 'known_on'>('sources.csv').map((row) => [row.source, row.known_on]),
      );
      expect(published).toHaveLength(86);
      for (const { personId, source, at, illustrative } of published) {
        expect({ personId, illustrative }).toEqual({ personId: 'published-record', illustrative: 0 });
        const day = days.get(source ?? '');
        expect(at).toMatch(day === '' ? /T12:00:00\.000Z$/ : new RegExp(`^${day}T12:00:00\\.000Z$`));
      }
    });

    it('are known from that day on and not before, whether the source states it or it is derived', async () => {
      const firstDays: [string, number, string, string][] = [
        ['1.2-A', 2023, '2024-06-23', '2024-06-24'],
        ['1.1-A', 2022, '2024-06-23', '2024-06-24'],
        ['1.1-D', 2023, '2023-06-14', '2023-06-15'],
        ['3.1-A', 2020, '2020-06-24', '2020-06-25'],
        ['5.2-C', 2019, '2019-06-19', '2019-06-20'],
        ['5.2-C', 2022, '2022-07-18', '2022-07-19'],
        ['3.1-C', 2017, '2018-12-30', '2018-12-31'],
        ['2.2-B', 2022, '2023-09-29', '2023-09-30'],
        ['1.1-B', 2021, '2021-09-29', '2021-09-30'],
        ['4.1-A', 2019, '2019-09-29', '2019-09-30'],
        ['4.2-A', 2020, '2020-12-30', '2020-12-31'],
      ];
      for (const [code, year, before, first] of firstDays) {
        expect(await knownAt(mode, code, year, before), `${code} ${year} before`).toBeUndefined();
        expect(await knownAt(mode, code, year, first), `${code} ${year}`).toMatchObject({
          state: 'approved',
          illustrative: false,
        });
      }
    });
  });
}

describe('first prints in evaluation', () => {
  it('stand for the law enforcement table until the 2024 edition restates them', async () => {
    for (const code of ['1.1-A', '1.2-A', '1.2-B', '2.1-A']) {
      for (const year of [2017, 2018, 2019, 2020, 2021]) {
        const first = await knownAt('evaluation', code, year, '2024-06-23');
        const later = await knownAt('evaluation', code, year, '2024-06-24');
        expect(first, `${code} ${year}`).toMatchObject({ state: 'approved', illustrative: true, restated: false });
        expect(later, `${code} ${year}`).toMatchObject({ state: 'approved', illustrative: false, restated: true });
        expect(first?.value, `${code} ${year}`).not.toBe(later?.value);
      }
      expect(await knownAt('evaluation', code, 2022, '2024-06-23'), `${code} 2022`).toBeUndefined();
    }
  });

  it('come on the release day of the next edition', async () => {
    const releases = [
      [2017, '2018-06-28'],
      [2018, '2019-06-20'],
      [2019, '2020-06-25'],
      [2020, '2021-07-01'],
      [2021, '2022-07-19'],
    ] as const;
    for (const [year, day] of releases) {
      expect(await knownAt('evaluation', '2.1-A', year, day), day).toMatchObject({
        state: 'approved',
        illustrative: true,
      });
      expect((await knownAt('evaluation', '2.1-A', year, day))?.at.slice(0, 10)).toBe(day);
    }
  });

  it('a figure that differs is restated with its source, one that confirms is published', async () => {
    const vintages = await databaseOf('evaluation').read(async (queries) => queries.select().from(valueVintages));
    const lastOf = (place: string) =>
      vintages.filter(({ indicatorId, year }) => `${indicatorId.split('/').at(-1)} ${year}` === place).at(-1);
    expect(lastOf('5.2-A 2018')).toMatchObject({
      action: 'restated',
      value: '56.8',
      restated: 1,
      reason: 'Restated in GAO-19-77: 21 of 37 State projects reviewed',
    });
    expect(lastOf('2.2-B 2019')).toMatchObject({ action: 'published', value: '4', restated: 0, reason: null });
    expect(lastOf('2.2-B 2019')?.explanation).toMatch(/^Illustrative explanation: /);
  });
});
