import { asc, eq, ne } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { counters, settings, settingVintages } from '../schema/service.ts';

/** A picture is asked for by itself: everything else is read with every page. */
export const sealKey = 'paper_seal';

/** The settings by key, their JSON read: as they are, or as they were at a past instant. */
export const readSettings = async (
  queries: Queries,
  until: string | null = null,
): Promise<ReadonlyMap<string, unknown>> => {
  const rows = await queries
    .select({ key: settings.key, value: settings.value, at: settings.at })
    .from(settings)
    .where(ne(settings.key, sealKey));
  if (until === null) return new Map(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
  const vintages = await queries
    .select()
    .from(settingVintages)
    .where(ne(settingVintages.key, sealKey))
    .orderBy(asc(settingVintages.version));
  const changed = new Set(vintages.map(({ key }) => key));
  // one that was never changed has no vintage: it holds from the beginning on, as does the first of those that were
  const held = [
    ...rows.filter(({ key }) => !changed.has(key)),
    ...vintages.filter(({ at, personId }) => personId === null || at <= until),
  ];
  return new Map(held.map((row) => [row.key, JSON.parse(row.value) as unknown]));
};

/** One setting alone; undefined: it was never set. */
export const readSetting = async (queries: Queries, key: string): Promise<unknown> => {
  const [row] = await queries.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
};

/** How often each setting was written: their sum is the version of them all. */
export const readSettingVersions = async (queries: Queries): Promise<ReadonlyMap<string, number>> => {
  const rows = await queries.select({ key: settings.key, version: settings.version }).from(settings);
  return new Map(rows.map(({ key, version }) => [key, version]));
};

type NewSetting = {
  readonly key: string;
  readonly value: unknown;
  readonly at: string;
  readonly personId: string;
  readonly reason: string | null;
};

/** Writes a setting, and what it was and is into its history. */
export const writeSetting = async (queries: Queries, { value, ...setting }: NewSetting): Promise<void> => {
  const { key, at } = setting;
  const [before] = await queries.select().from(settings).where(eq(settings.key, key));
  const text = JSON.stringify(value);
  const version = (before?.version ?? 0) + 1;
  if (before !== undefined) {
    const first = { key, version: before.version, value: before.value, at: before.at, personId: null, reason: null };
    await queries.insert(settingVintages).values(first).onConflictDoNothing();
  }
  await queries.insert(settingVintages).values({ ...setting, version, value: text });
  const row = { version, value: text, at };
  await queries
    .insert(settings)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
};

/** What one setting was from when on, oldest first; from: null is from the beginning. */
export const listSettingSpans = async (queries: Queries, key: string) => {
  const rows = await queries
    .select()
    .from(settingVintages)
    .where(eq(settingVintages.key, key))
    .orderBy(asc(settingVintages.version));
  return rows.map(({ value, at, personId }) => ({
    value: JSON.parse(value) as unknown,
    from: personId === null ? null : at,
  }));
};

/** What people made of the settings, oldest first. */
export const listSettingVintages = async (queries: Queries) => {
  const rows = await queries.select().from(settingVintages).orderBy(asc(settingVintages.at), asc(settingVintages.key));
  return rows.map(({ value, ...row }) => ({ ...row, value: JSON.parse(value) as unknown }));
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
