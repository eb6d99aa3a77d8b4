import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { personId, strategyId, useRecord } from '../testing/record-office.ts';
import { anyTime, isKnown, lastOf, moments } from '../testing/replayed.ts';
import { listFrameworkElements, writeElement } from './framework-repository.ts';
import { findLinkage, listLinkages, listLinkageVintages, writeLinkage } from './linkage-repository.ts';

const onCopy = useRecord();
const runs = { numRuns: 30 };

const linkage = `${strategyId}/linkage/goal/1/JSP-2018-2022/1.3`;
const element = `${strategyId}/element/JSP-2018-2022/2.1`;

const textOrNone = fc.option(fc.string({ maxLength: 6 }), { nil: null });

const linkageNow = async (database: Database) => {
  const row = await database.read((queries) => findLinkage(queries, strategyId, linkage));
  if (row === undefined) throw new Error('the record has no such linkage');
  return row;
};

const elementAt = (database: Database, until: string | null) =>
  database.read(async (queries) =>
    (await listFrameworkElements(queries, strategyId, until)).find(({ id }) => id === element),
  );

describe('linkages', () => {
  const save = fc.record({
    at: anyTime,
    strength: fc.constantFrom('direct' as const, 'enabling' as const),
    quote: textOrNone,
    removed: fc.boolean(),
  });

  it('as of any moment are what their last version up to it says, and those that were removed are gone', () =>
    fc.assert(
      fc.asyncProperty(fc.array(save, { maxLength: 6 }), (saved) =>
        onCopy(async (database) => {
          const { subjectKind, subjectId, elementId, summary, ...first } = await linkageNow(database);
          for (const [index, { strength, quote, ...state }] of saved.entries()) {
            const words = { subjectKind, subjectId, elementId, summary, strength, quote };
            const version = { id: linkage, strategyId, number: index + 2, words, reason: null, personId, ...state };
            await database.write((queries) => writeLinkage(queries, version));
          }
          for (const until of moments) {
            const rows = await database.read((queries) => listLinkages(queries, strategyId, until));
            const versions = saved.map((each, index) => ({ ...each, version: index + 2 }));
            const last = versions.filter((each) => isKnown(each, until)).at(-1) ?? { ...first, removed: false };
            const found = rows.find(({ id }) => id === linkage);
            const expected = { strength: last.strength, quote: last.quote, version: last.version };
            expect(found && { strength: found.strength, quote: found.quote, version: found.version }).toEqual(
              last.removed ? undefined : expected,
            );
          }
          const vintages = await database.read((queries) => listLinkageVintages(queries, strategyId, null));
          expect(vintages.filter(({ linkageId }) => linkageId === linkage)).toHaveLength(saved.length + 1);
        }),
      ),
      runs,
    ));
});

describe('the elements of a framework', () => {
  const save = fc.record({ at: anyTime, label: fc.string({ maxLength: 6 }), text: textOrNone, removed: fc.boolean() });

  it('as of any moment are what their last version up to it says; those of the first plan belong to every day', () =>
    fc.assert(
      fc.asyncProperty(fc.array(save, { maxLength: 6 }), (saved) =>
        onCopy(async (database) => {
          const before = await elementAt(database, null);
          if (before === undefined) throw new Error('the record has no such element');
          const { id, frameworkId, code, ...words } = before;
          for (const { at, label, text, removed } of saved) {
            await database.write((queries) =>
              writeElement(queries, { id, frameworkId, code, words: { ...words, label, text }, removed, personId, at }),
            );
          }
          for (const until of [...moments, '2001-01-01T00:00:00.000Z']) {
            const known = saved.filter((each) => isKnown(each, until));
            const { label, text, removed } = known.length === 0 ? { ...before, removed: false } : lastOf(known);
            expect(await elementAt(database, until)).toEqual(removed ? undefined : { ...before, label, text });
          }
        }),
      ),
      runs,
    ));
});
