import type { Queries } from '../database.ts';
import { counters, settings } from '../schema/service.ts';

/** The settings by key, their JSON read. */
export const readSettings = async (queries: Queries): Promise<ReadonlyMap<string, unknown>> => {
  const rows = await queries.select({ key: settings.key, value: settings.value }).from(settings);
  return new Map(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
};

export type DataVersions = {
  /** Raised by every write. */
  readonly data: number;
  /** Raised whenever the plan, its people or its settings change. */
  readonly plan: number;
};

export const readDataVersions = async (queries: Queries): Promise<DataVersions> => {
  const rows = await queries.select().from(counters);
  const numberOf = (name: string): number => rows.find((row) => row.name === name)?.value ?? 0;
  return { data: numberOf('data_version'), plan: numberOf('plan_version') };
};
