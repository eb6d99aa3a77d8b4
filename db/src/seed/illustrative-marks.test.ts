import { type IndicatorDefinition, permits, type Role } from '@fbs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { listPersonas } from '../repositories/people-repository.ts';
import { indicatorDefinitions, indicators, notes } from '../schema/indicators.ts';
import { people } from '../schema/people.ts';
import * as review from '../schema/reviews.ts';
import { targets, targetVintages } from '../schema/targets.ts';
import { breakdowns, values, valueVintages } from '../schema/values.ts';
import { makeTemplate, type Template } from '../template.ts';
import { seedDatabase } from './seed-database.ts';
import { readSeedTable } from './seed-files.ts';

let template: Template;
let database: Database;
beforeAll(async () => {
  template = await makeTemplate((each) => seedDatabase(each, 'evaluation'));
  database = await template.copy();
});
afterAll(async () => {
  await database.close();
  template.remove();
});

const lastName = (id: string): string => id.split('/').at(-1) ?? id;
const published = new Set(
  readSeedTable<'indicator' | 'year' | 'value' | 'source' | 'disaggregation'>('public-observations.csv')
    .filter(({ disaggregation }) => disaggregation === '')
    .map(({ indicator, year, value, source }) => [indicator, year, value, source].join('|')),
);

describe('what is illustrative in evaluation', () => {
  it('is every row that does not come from the public record, and no row that does', async () => {
    const figures = await database.read(async (queries) => [
      ...(await queries.select().from(values)),
      ...(await queries.select().from(valueVintages)),
    ]);
    for (const { id, indicatorId, year, value, source, illustrative } of figures) {
      const isPublic = published.has([lastName(indicatorId), year, value, source].join('|'));
      expect(illustrative, id).toBe(isPublic ? 0 : 1);
    }
    const shown = await database.read(async (queries) => queries.select().from(breakdowns));
    expect(
      shown.filter(({ personId, illustrative }) => (personId === 'published-record') === (illustrative === 1)),
    ).toEqual([]);
  });

  it('is all of the targets, notes, reviews, sections, actions and people but the published record', async () => {
    const tables = [
      targets,
      targetVintages,
      notes,
      review.reviews,
      review.reviewVintages,
      review.reviewSections,
      review.reviewSectionVintages,
      review.correctiveActions,
      review.correctiveActionUpdates,
    ];
    for (const table of tables) {
      const rows = await database.read(async (queries) => queries.select().from(table));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ illustrative }) => illustrative !== 1)).toEqual([]);
    }
    const listed = await database.read(async (queries) => queries.select().from(people));
    expect(listed.filter(({ illustrative }) => illustrative === 0).map(({ id }) => id)).toEqual(['published-record']);
    expect(await database.read(async (queries) => queries.select().from(review.snapshots))).toEqual([]);
  });

  it('says so in its own words, where a text may be read away from its mark', async () => {
    const texts = await database.read(async (queries) => [
      ...(await queries.select().from(valueVintages)).flatMap(({ explanation, illustrative }) =>
        explanation === null
          ? []
          : [{ text: explanation, start: illustrative ? 'Illustrative' : 'Illustrative explanation: ' }],
      ),
      ...(await queries.select().from(review.reviewSectionVintages))
        .flatMap(({ narrative, departureReason, decisions }) => [narrative, departureReason, decisions])
        .flatMap((text) => (text === null ? [] : [{ text, start: 'Illustrative: ' }])),
      ...(await queries.select().from(review.reviewVintages))
        .flatMap(({ summary, jspStatement }) => [summary, jspStatement])
        .flatMap((text) => (text === null ? [] : [{ text, start: 'Illustrative: ' }])),
      ...(await queries.select().from(notes)).map(({ text }) => ({ text, start: 'Illustrative: ' })),
      ...(await queries.select().from(review.correctiveActionUpdates)).map(({ text }) => ({
        text,
        start: 'Illustrative: ',
      })),
    ]);
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(({ text, start }) => !text.startsWith(start))).toEqual([]);
  });

  it('has the nine personas to sign in as, in their order, with roles and sections', async () => {
    const listed = await database.read(listPersonas);
    expect(listed.map(({ persona, roles, section }) => `${persona} ${roles.join(' ')} ${section}`)).toEqual([
      'planner planner RMP',
      'planner-2 planner RMP',
      'contributor contributor IP',
      'contributor-rpa contributor RPA',
      'contributor-peia contributor PEIA',
      'reviewer reviewer null',
      'reviewer-2 reviewer null',
      'viewer viewer null',
      'administrator administrator null',
    ]);
    expect(listed.every(({ name, title }) => name !== '' && title !== '')).toBe(true);
  });
});

describe('targets', () => {
  const readTargets = () =>
    database.read(async (queries) => ({
      current: await queries.select().from(targets),
      vintages: await queries.select().from(targetVintages).orderBy(targetVintages.number),
      entered: await queries.select().from(valueVintages),
      personas: await listPersonas(queries),
    }));

  it('keep the first figure beside the one in force, with every version between', async () => {
    const { current, vintages } = await readTargets();
    for (const row of current) {
      const own = vintages.filter(({ indicatorId, year }) => indicatorId === row.indicatorId && year === row.year);
      const last = own.at(-1);
      expect(
        own.map(({ number }) => number),
        row.id,
      ).toEqual(own.map((_, index) => index + 1));
      expect([row.version, row.value, row.initialValue, row.personId, row.at], row.id).toEqual([
        own.length,
        last?.value,
        own[0]?.value,
        last?.personId,
        last?.at,
      ]);
      expect(
        own.slice(1).every((vintage, index) => vintage.at > (own[index]?.at ?? '')),
        row.id,
      ).toBe(true);
    }
    expect(vintages.length - current.length).toBe(7);
  });

  it('are marked as revised after the result exactly where a value was there, and then only by a reviewer', async () => {
    const { vintages, entered, personas } = await readTargets();
    const late = vintages.filter(({ afterResult }) => afterResult === 1);
    expect(late.map(({ indicatorId, year }) => `${lastName(indicatorId)} ${year}`).toSorted()).toEqual([
      '1.1-C 2021',
      '2.1-D 2020',
      '4.1-B 2022',
    ]);
    for (const { id, indicatorId, year, at, number, afterResult, personId, reason } of vintages) {
      const isKnown = entered.some(
        (value) => value.indicatorId === indicatorId && value.year === year && value.at < at,
      );
      expect(afterResult === 1, id).toBe(isKnown);
      const roles: readonly Role[] = personas.find((each) => each.id === personId)?.roles ?? [];
      expect(permits({ roles, section: null }, isKnown ? 'revise targets after the result' : 'set targets'), id).toBe(
        true,
      );
      if (number > 1) expect(reason, id).toBeTruthy();
    }
  });

  it('are set on the day of the strategy for its first two years, then each October', async () => {
    const { vintages } = await readTargets();
    const days = new Set(
      vintages.filter(({ number }) => number === 1).map(({ year, at }) => `${year} ${at.slice(0, 10)}`),
    );
    expect([...days].toSorted()).toEqual([
      '2018 2018-09-20',
      '2019 2018-09-20',
      '2020 2019-10-08',
      '2021 2020-10-07',
      '2022 2021-10-06',
    ]);
  });
});

describe('definitions in evaluation', () => {
  it('have the last version in force, and data quality notes for between two and five of five items', async () => {
    const [listed, versions] = await database.read(async (queries) => [
      await queries.select().from(indicators),
      await queries.select().from(indicatorDefinitions).orderBy(indicatorDefinitions.number),
    ]);
    for (const { code, id, definitionNumber } of listed) {
      const own = versions.filter(({ indicatorId }) => indicatorId === id);
      const sheets = own.map(({ definition }) => JSON.parse(definition) as IndicatorDefinition);
      expect(
        own.map(({ number }) => number),
        code,
      ).toEqual(own.map((_, index) => index + 1));
      expect(definitionNumber, code).toBe(own.length);
      if (own.length === 1) continue;
      const answered = Object.keys(sheets.at(-1)?.dataQuality.items ?? {}).length;
      expect(answered >= 2 && answered <= 5, code).toBe(true);
      expect(own[1], code).toMatchObject({
        at: '2018-09-20T12:00:00.000Z',
        reason: 'Illustrative: baseline and data quality notes added for evaluation',
      });
    }
    const further = versions.filter(({ number }) => number === 3);
    expect(further.map(({ indicatorId, at }) => `${lastName(indicatorId)} ${at.slice(0, 4)}`).toSorted()).toEqual([
      '2.2-B 2023',
      '3.2-A 2020',
    ]);
  });

  it('take the published figure of 2017 as baseline where there is one, once it is known', async () => {
    const [versions, known] = await database.read(async (queries) => [
      await queries.select().from(indicatorDefinitions).orderBy(indicatorDefinitions.number),
      (await queries.select().from(valueVintages)).filter(
        ({ year, action }) => year === 2017 && action === 'published',
      ),
    ]);
    const publicBaselines: string[] = [];
    for (const { indicatorId, definition, at } of versions) {
      const { baseline } = JSON.parse(definition) as IndicatorDefinition;
      if (baseline === null || baseline.source === 'Illustrative baseline') continue;
      const figure = known.find((vintage) => vintage.indicatorId === indicatorId);
      expect(baseline).toMatchObject({ value: figure?.value, source: figure?.source });
      expect(at >= (figure?.at ?? '9999'), indicatorId).toBe(true);
      publicBaselines.push(lastName(indicatorId));
    }
    expect(publicBaselines.toSorted()).toEqual(['2.2-B', '4.1-A', '4.1-B', '4.2-A', '5.2-C']);
  });
});
