import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId, strategyId, useRecord } from '../testing/record-office.ts';
import {
  anyFigure,
  anyIndicator,
  anyTime,
  anyYear,
  byPlace,
  isHere,
  isKnown,
  lastOf,
  moments,
  placeOf,
  replay,
} from '../testing/replayed.ts';
import * as service from './service-repository.ts';
import * as targets from './target-repository.ts';
import * as values from './value-repository.ts';

const onCopy = useRecord();
const runs = { numRuns: 30 };

describe('values', () => {
  const save = fc.record({
    indicatorId: anyIndicator,
    year: anyYear,
    at: anyTime,
    value: anyFigure,
    state: fc.constantFrom('draft', 'submitted', 'returned', 'approved', 'not_applicable'),
    restated: fc.boolean(),
    note: fc.option(fc.string({ maxLength: 8 }), { nil: null }),
  });
  const rest = {
    strategyId,
    personId,
    text: null,
    chosenRating: null,
    measuredOn: null,
    source: null,
    verification: null,
    explanation: null,
    notApplicableReason: null,
    returnNote: null,
    breakdownId: null,
    submittedBy: null,
    illustrative: false,
  } as const;

  it(
    'as of any moment are what the vintages up to it leave when they are replayed',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(save, { maxLength: 14 }), (saved) =>
          onCopy(async (database) => {
            for (const [index, each] of saved.entries()) {
              const version = saved.slice(0, index).filter(isHere(each)).length;
              await database.write((queries) =>
                values.saveVintage(queries, version, { ...rest, ...each, action: 'entered', reason: `${index}` }),
              );
            }
            for (const until of moments) {
              const found = await database.read((queries) => values.listValues(queries, strategyId, until));
              const expected = replay(saved, until, (known) => {
                const { number, ...last } = lastOf(known);
                return { ...rest, ...last, version: number };
              });
              expect(byPlace(found)).toEqual(expected);
              for (const { indicatorId: id, year: ofYear } of expected) {
                const vintages = await database.read((queries) => values.listVintages(queries, [id], ofYear, until));
                const reasons = saved.flatMap((each, index) =>
                  isHere({ indicatorId: id, year: ofYear })(each) && isKnown(each, until) ? [`${index}`] : [],
                );
                expect(vintages.map(({ reason }) => reason)).toEqual(reasons.reverse());
              }
            }
          }),
        ),
        runs,
      ),
    60_000,
  );

  it(
    'that changed since a data version are those that were written after it',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(save, { minLength: 1, maxLength: 10 }), fc.nat(9), (saved, cut) =>
          onCopy(async (database) => {
            const versionOf = () => database.read(async (queries) => service.readDataVersions(queries));
            let seen = (await versionOf()).data;
            for (const [index, each] of saved.entries()) {
              if (index === cut) seen = (await versionOf()).data;
              const version = saved.slice(0, index).filter(isHere(each)).length;
              await database.write((queries) =>
                values.saveVintage(queries, version, { ...rest, ...each, action: 'entered', reason: null }),
              );
            }
            const changed = await database.read((queries) => values.listChangedValues(queries, strategyId, seen));
            const after = cut < saved.length ? saved.slice(cut) : saved;
            expect(new Set(changed.map(placeOf))).toEqual(new Set(after.map(placeOf)));
            const all = await database.read((queries) => values.listValues(queries, strategyId, null));
            for (const row of changed) expect(all).toContainEqual(row);
          }),
        ),
        runs,
      ),
    60_000,
  );

  it('cannot be saved twice on the same version, and the second attempt leaves nothing', () =>
    onCopy(async (database) => {
      const vintage = {
        ...rest,
        indicatorId: `${strategyId}/indicator/1.2-D`,
        year: 2101,
        state: 'draft',
        value: '1',
        note: null,
        restated: false,
        action: 'entered',
        reason: null,
        at: '2031-01-01T12:00:00.000Z',
      } as const;
      await database.write((queries) => values.saveVintage(queries, 0, vintage));
      await database.write((queries) => values.saveVintage(queries, 1, { ...vintage, value: '2' }));
      for (const version of [0, 1]) {
        await expect(
          database.write((queries) => values.saveVintage(queries, version, { ...vintage, value: '9' })),
        ).rejects.toThrow();
      }
      const row = await database.read((queries) => values.findValue(queries, vintage.indicatorId, 2101));
      expect(row).toMatchObject({ value: '2', version: 2 });
    }));
});

describe('targets', () => {
  const save = fc.record({
    indicatorId: anyIndicator,
    year: anyYear,
    at: anyTime,
    value: anyFigure,
    low: anyFigure,
    high: anyFigure,
    noTargetReason: fc.constantFrom(null, 'None.'),
    reason: fc.constantFrom(null, 'So.'),
    afterResult: fc.boolean(),
  });

  it(
    'as of any moment are what their versions leave: the first figure stays, and a mark is never lost',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(save, { maxLength: 14 }), (saved) =>
          onCopy(async (database) => {
            for (const each of saved) {
              await database.write(async (queries) => {
                const before = (await targets.listTargets(queries, strategyId, null)).find(isHere(each));
                await targets.saveTargetVintage(queries, before, { ...each, strategyId, personId });
              });
            }
            for (const until of moments) {
              const found = await database.read((queries) => targets.listTargets(queries, strategyId, until));
              const expected = replay(saved, until, (known) => {
                const { number, at: _at, ...last } = lastOf(known);
                const { value, low, high } = known[0] ?? last;
                const afterResult = known.some((each) => each.afterResult);
                return { ...last, version: number, initial: { value, low, high }, afterResult, illustrative: false };
              });
              expect(byPlace(found)).toEqual(expected);
              const vintages = await database.read((queries) => targets.listTargetVintages(queries, strategyId, until));
              expect(vintages.filter((each) => each.year > 2100)).toHaveLength(
                saved.filter((each) => isKnown(each, until)).length,
              );
            }
          }),
        ),
        runs,
      ),
    60_000,
  );
});
