import type { IndicatorDefinition, Instant } from '@fbs/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId, strategyId, useRecord } from '../testing/record-office.ts';
import { anyFigure, anyTime, isKnown, lastOf, moments, replay } from '../testing/replayed.ts';
import * as actions from './corrective-action-repository.ts';
import * as indicators from './indicator-repository.ts';
import * as reviews from './review-repository.ts';
import * as sections from './review-section-repository.ts';

const onCopy = useRecord();
const runs = { numRuns: 30 };

describe('definitions', () => {
  const save = fc.record({
    at: anyTime,
    name: fc.string({ minLength: 1, maxLength: 8 }),
    section: fc.constantFrom('IP', 'RPA'),
  });

  it(
    'as of any moment are the last version up to it, else the first',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(save, { maxLength: 8 }), (saved) =>
          onCopy(async (database) => {
            const find = (until: Instant | null) =>
              database.read(async (queries) =>
                lastOf(
                  (await indicators.listIndicators(queries, strategyId, until)).filter(({ code }) => code === '1.2-D'),
                ),
              );
            const first = await find(null);
            for (const { at: moment, ...change } of saved) {
              const indicator = await find(null);
              const definition: IndicatorDefinition = { ...indicator.definition, ...change };
              await database.write((queries) =>
                indicators.addDefinition(queries, { indicator, definition, reason: 'So.', personId, at: moment }),
              );
            }
            for (const until of moments) {
              const { definition, definitionNumber } = await find(until);
              const known = saved
                .map((each, index) => ({ ...each, number: index + 2 }))
                .filter((each) => isKnown(each, until));
              const last = known.at(-1);
              const { at: _at, number = 1, ...change } = last ?? { at: '' };
              expect({ definition, definitionNumber }).toEqual({
                definition: { ...first.definition, ...change },
                definitionNumber: number,
              });
              const versions = await database.read((queries) => indicators.listDefinitions(queries, first.id, until));
              expect(versions.map((each) => each.number)).toEqual(
                [...known.map((each) => each.number)].reverse().concat(1),
              );
            }
          }),
        ),
        runs,
      ),
    60_000,
  );
});

describe('reviews', () => {
  const id = `${strategyId}/review/2101`;
  const objectiveId = (code: string) => `${strategyId}/objective/${code}`;
  const states = ['open', 'in_clearance', 'final'] as const;
  const reviewSave = fc.record({
    at: anyTime,
    state: fc.constantFrom(...states),
    number: fc.integer({ min: 1, max: 3 }),
    summary: anyFigure,
  });
  const sectionSave = fc.record({
    at: anyTime,
    objective: fc.constantFrom('1.1', '1.2'),
    state: fc.constantFrom('drafting', 'submitted', 'cleared', 'returned'),
    narrative: anyFigure,
    evidence: fc.array(fc.record({ title: fc.string(), url: fc.webUrl() }), { maxLength: 2 }),
    files: fc.array(
      fc.record({
        title: fc.string(),
        fileName: fc.string(),
        fileType: fc.constantFrom('pdf', 'text'),
        size: fc.nat(),
        sha256: fc.string(),
      }),
      { maxLength: 2 },
    ),
  });
  const review = {
    id,
    strategyId,
    year: 2101,
    jspStatement: null,
    sentBy: null,
    illustrative: false,
    personId,
  } as const;
  const section = {
    reviewId: id,
    assessment: null,
    departureReason: null,
    decisions: null,
    returnNote: null,
    submittedBy: null,
    clearedBy: null,
    illustrative: false,
    personId,
  } as const;

  it(
    'and their sections as of any moment are what their vintages leave',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(reviewSave, { minLength: 1, maxLength: 6 }),
          fc.array(sectionSave, { maxLength: 10 }),
          (saved, written) =>
            onCopy(async (database) => {
              for (const [index, each] of saved.entries()) {
                await database.write((queries) =>
                  reviews.saveReviewVintage(queries, index, { ...review, ...each, action: `a${index}`, reason: null }),
                );
              }
              for (const [index, { objective, ...each }] of written.entries()) {
                const version = written.slice(0, index).filter((other) => other.objective === objective).length;
                const row = {
                  ...section,
                  ...each,
                  id: `${id}/section/${objective}`,
                  objectiveId: objectiveId(objective),
                  action: 'written',
                };
                await database.write((queries) => sections.saveSectionVintage(queries, version, row));
              }
              for (const until of moments) {
                const known = saved.flatMap((each, index) =>
                  isKnown(each, until) ? [{ ...each, version: index + 1 }] : [],
                );
                const found = await database.read((queries) => reviews.listReviews(queries, strategyId, until));
                expect(found).toEqual(known.slice(-1).map((last) => ({ ...review, ...last })));
                const events = await database.read((queries) => reviews.listReviewEvents(queries, id, until));
                expect(events.map(({ action }) => action)).toEqual(known.map(({ version }) => `a${version - 1}`));
                const rows = await database.read((queries) => sections.listSections(queries, [id], until));
                const placed = written.map(({ objective, ...each }) => ({
                  ...each,
                  indicatorId: objectiveId(objective),
                  year: 0,
                }));
                const expected = replay(placed, until, (all) => {
                  const { number, indicatorId: ofObjective, year: _year, ...last } = lastOf(all);
                  return {
                    ...section,
                    ...last,
                    id: `${id}/section/${ofObjective.split('/').at(-1)}`,
                    objectiveId: ofObjective,
                    version: number,
                  };
                });
                expect([...rows].sort((a, b) => a.id.localeCompare(b.id))).toEqual(expected);
              }
            }),
        ),
        runs,
      ),
    60_000,
  );
});

describe('corrective actions', () => {
  const update = fc.record({
    at: anyTime,
    year: fc.integer({ min: 2101, max: 2103 }),
    state: fc.constantFrom('open', 'done', 'dropped'),
    text: fc.string(),
  });

  it(
    'as of any moment have the updates up to it, in the order in which they were written, and the state of the last',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(update, { maxLength: 8 }), (written) =>
          onCopy(async (database) => {
            const find = async (until: Instant | null) =>
              (await database.read((queries) => actions.listActions(queries, strategyId, until))).find(
                ({ id }) => id === 'mended',
              );
            const action = {
              id: 'mended',
              strategyId,
              objectiveId: `${strategyId}/objective/1.1`,
              openedYear: 2101,
              what: 'Mend it.',
              who: 'IP',
              dueOn: '2031-12-31',
            };
            await database.write((queries) =>
              actions.addAction(queries, { ...action, personId, at: '2031-01-01T00:00:00.000Z' }),
            );
            for (const each of written) {
              const row = await find(null);
              if (row === undefined) throw new Error('the action is gone');
              await database.write((queries) => actions.addActionUpdate(queries, row, { ...each, personId }));
            }
            expect(await find(moments[0] ?? null)).toBeUndefined();
            for (const until of moments.slice(1)) {
              const known = written.filter((each) => isKnown(each, until));
              const found = await find(until);
              expect(found).toMatchObject({ ...action, state: known.at(-1)?.state ?? 'open' });
              expect(
                found?.updates.map(({ text, state, year: ofYear, at: moment }) => ({
                  text,
                  state,
                  year: ofYear,
                  at: moment,
                })),
              ).toEqual(known);
            }
          }),
        ),
        runs,
      ),
    60_000,
  );
});
