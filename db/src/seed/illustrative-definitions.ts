import type { Day, IndicatorDefinition } from '@fbs/core';
import { eq } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { indicatorDefinitions, indicators } from '../schema/indicators.ts';
import { definitionOf, readIndicators } from './indicator-file.ts';
import { insertRows } from './insert-rows.ts';
import { indicatorIdOf, noonOf } from './places.ts';
import { readSeedJson } from './seed-files.ts';

type Change = {
  readonly indicator: string;
  readonly number: number;
  readonly on: Day;
  readonly by: string;
  readonly reason: string;
  /** The lines of the sheet that differ from the version before. */
  readonly changes: Partial<IndicatorDefinition>;
};

const versionRows = (): (typeof indicatorDefinitions.$inferInsert)[] => {
  const sheets = new Map(readIndicators().map((entry) => [entry.code, definitionOf(entry)]));
  return readSeedJson<readonly Change[]>('illustrative/definitions.json').map((change) => {
    const before = sheets.get(change.indicator);
    if (before === undefined)
      throw new Error(`definitions.json names an indicator that is not there: ${change.indicator}`);
    const sheet = { ...before, ...change.changes };
    sheets.set(change.indicator, sheet);
    const indicatorId = indicatorIdOf(change.indicator);
    return {
      id: `${indicatorId}/definition/${change.number}`,
      indicatorId,
      number: change.number,
      definition: JSON.stringify(sheet),
      reason: change.reason,
      personId: change.by,
      at: noonOf(change.on),
    };
  });
};

/** Further versions of definitions, with baselines and data quality notes; the last one of each is in force. */
export const seedIllustrativeDefinitions = async (queries: Queries): Promise<number> => {
  const rows = versionRows();
  await insertRows(queries, indicatorDefinitions, rows);
  for (const { indicatorId, number } of rows) {
    const inForce = { definitionNumber: number, version: number };
    await queries.update(indicators).set(inForce).where(eq(indicators.id, indicatorId));
  }
  return rows.length;
};
