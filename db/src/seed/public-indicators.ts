import type { Queries } from '../database.ts';
import { indicatorDefinitions, indicators } from '../schema/indicators.ts';
import { traceOf, writeTraces } from './audit-traces.ts';
import { definitionOf, readIndicators } from './indicator-file.ts';
import { insertRows } from './insert-rows.ts';
import { idOf, indicatorIdOf, noonOf, publishedRecord, strategyId } from './places.ts';
import { readStrategy } from './plan-files.ts';

/** The proposed indicators, each with the first version of its definition. */
export const seedPublicIndicators = async (queries: Queries): Promise<void> => {
  const at = noonOf(readStrategy().source.approved_on);
  const listed = readIndicators().map((entry) => ({
    entry,
    id: indicatorIdOf(entry.code),
    sheet: definitionOf(entry),
  }));
  await insertRows(
    queries,
    indicators,
    listed.map(({ entry, id }, index) => ({
      id,
      strategyId,
      objectiveId: idOf('objective', entry.objective),
      code: entry.code,
      position: index + 1,
      definitionNumber: 1,
      version: 1,
      createdAt: at,
    })),
  );
  await insertRows(
    queries,
    indicatorDefinitions,
    listed.map(({ id, sheet }) => ({
      id: `${id}/definition/1`,
      indicatorId: id,
      number: 1,
      definition: JSON.stringify(sheet),
      personId: publishedRecord,
      at,
    })),
  );
  await writeTraces(
    queries,
    listed.map(({ id, sheet }) => traceOf('indicator', id, sheet, at)),
  );
};
