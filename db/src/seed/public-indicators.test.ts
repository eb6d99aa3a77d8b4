import type { IndicatorDefinition } from '@fbs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { listIndicators } from '../repositories/indicator-repository.ts';
import { indicatorDefinitions } from '../schema/indicators.ts';
import { people, personRoles } from '../schema/people.ts';
import { auditEntries } from '../schema/service.ts';
import { values, valueVintages } from '../schema/values.ts';
import { makeTemplate, type Template } from '../template.ts';
import { seedDatabase } from './seed-database.ts';
import { readSeedJson, readSeedTable } from './seed-files.ts';

const strategyId = 'fbs-2018-2022';
let template: Template;
let database: Database;
beforeAll(async () => {
  template = await makeTemplate((each) => seedDatabase(each, 'production'));
  database = await template.copy();
});
afterAll(async () => {
  await database.close();
  template.remove();
});

type Part = { indicator: string; disaggregation?: string };

/** A definition in the words of the file, so that whatever the file says can be compared with it. */
const inWordsOfFile = (sheet: IndicatorDefinition): Record<string, unknown> => ({
  name: sheet.name,
  unit: sheet.unit,
  kind: sheet.kind,
  direction: sheet.direction,
  accumulation: sheet.accumulation,
  period_basis: sheet.periodBasis,
  level: sheet.level,
  role: sheet.role,
  section: sheet.section,
  data_source: sheet.dataSource,
  definition: sheet.definition,
  status: sheet.status,
  baseline: sheet.baseline,
  limitations: sheet.limitations,
  decimals: sheet.decimals,
  cumulative_since: sheet.cumulativeSince,
  reference: sheet.reference,
  disaggregations: sheet.disaggregations.map(({ dimension, categories, sumsToTotal }) => ({
    dimension,
    categories,
    sums_to_total: sumsToTotal,
  })),
  self_measured: sheet.computed?.kind === 'targets_set',
  ...(sheet.computed?.kind === 'share' && {
    computed: { numerator: partInFile(sheet.computed.numerator), denominator: partInFile(sheet.computed.denominator) },
  }),
});

const partInFile = ({ indicator, category }: { indicator: string; category?: string | undefined }): Part =>
  category === undefined ? { indicator } : { indicator, disaggregation: category };

describe('the proposed indicators', () => {
  it('are the 30 of the file, field by field, with nothing that the file does not say', async () => {
    const file = readSeedJson<{ indicators: Record<string, unknown>[] }>('indicators.json').indicators;
    const loaded = await database.read((queries) => listIndicators(queries, strategyId, null));
    expect(loaded).toHaveLength(30);
    const nothingSaid = {
      limitations: null,
      decimals: 0,
      cumulative_since: null,
      reference: null,
      disaggregations: [],
    };
    expect(
      loaded.map(({ code, objectiveId, definition }) => ({
        code,
        objective: objectiveId.split('/').at(-1),
        ...inWordsOfFile(definition),
      })),
    ).toEqual(
      file.map(({ targets: _none, ...entry }) => ({
        ...nothingSaid,
        ...(entry.kind === 'percent' && { decimals: 1 }),
        self_measured: false,
        ...entry,
      })),
    );
    for (const { definition, definitionNumber } of loaded) {
      const { tolerance, owner, collectionMethod, frequency, dueRule, dataQuality } = definition;
      expect({ tolerance, owner, collectionMethod, frequency, dueRule, dataQuality, definitionNumber }).toEqual({
        tolerance: null,
        owner: null,
        collectionMethod: null,
        frequency: null,
        dueRule: null,
        dataQuality: { items: {}, standards: {} },
        definitionNumber: 1,
      });
    }
  });

  it('have one definition each, by the published record, on the day of the strategy', async () => {
    const rows = await database.read(async (queries) => queries.select().from(indicatorDefinitions));
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map(({ personId, at }) => `${personId} ${at}`))).toEqual(
      new Set(['published-record 2018-09-12T12:00:00.000Z']),
    );
  });
});

describe('production mode', () => {
  it('holds nothing illustrative: nobody but the published record, no targets, no reviews', async () => {
    const tables = await database.read(async (queries) => ({
      people: await queries.select().from(people),
      roles: await queries.select().from(personRoles),
      vintages: await queries.select().from(valueVintages),
      values: await queries.select().from(values),
    }));
    expect(tables.people).toMatchObject([
      { id: 'published-record', name: 'Published record', active: 0, persona: null, illustrative: 0 },
    ]);
    expect(tables.roles).toEqual([]);
    expect([...tables.vintages, ...tables.values].filter(({ illustrative }) => illustrative !== 0)).toEqual([]);
    expect(new Set(tables.vintages.map(({ personId, action, state }) => `${personId} ${action} ${state}`))).toEqual(
      new Set(['published-record published approved']),
    );
    const schema = await import('../schema/index.ts');
    for (const table of [
      schema.targets,
      schema.targetVintages,
      schema.reviews,
      schema.notes,
      schema.correctiveActions,
    ]) {
      expect(await database.read(async (queries) => queries.select().from(table))).toEqual([]);
    }
  });

  it('leaves a trace of the strategy, of every indicator and of every published figure', async () => {
    const rows = await database.read(async (queries) => queries.select().from(auditEntries));
    const countOf = (kind: string) => rows.filter(({ subjectKind }) => subjectKind === kind).length;
    expect(new Set(rows.map(({ action, before }) => `${action} ${before}`))).toEqual(
      new Set(['loaded the public record null']),
    );
    expect([countOf('strategy'), countOf('indicator'), countOf('value')]).toEqual([1, 30, 86]);
    expect(
      readSeedTable<'disaggregation'>('public-observations.csv').filter((row) => row.disaggregation === ''),
    ).toHaveLength(86);
  });
});
