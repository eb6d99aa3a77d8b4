import {
  approveValue,
  type CallInput,
  type Entry,
  readEntry,
  readHistory,
  recordValue,
  returnValue,
  setTarget,
  submitValue,
} from '@fbs/contract';
import type { Client } from './client.ts';
import { strategy } from './endpoints.ts';

/** How a version travels. */
export const seen = (version: number) => ({ 'if-match': `"${version}"` });

export const placed = (indicator: string, year: number) => ({ params: { strategy, indicator, year } });

export const entryOf = (client: Client, indicator: string, year: number, asOf?: string): Promise<Entry> =>
  client.ok(readEntry, { ...placed(indicator, year), querystring: asOf === undefined ? {} : { asOf } });

export const historyOf = (client: Client, indicator: string, year: number) =>
  client.ok(readHistory, placed(indicator, year));

export const rightsOf = async (client: Client, indicator: string, year: number) =>
  (await entryOf(client, indicator, year)).rights;

/** An indicator-year with its present version, as whoever acts on it now sees it. */
export const latest = async (client: Client, indicator: string, year: number) => {
  const { version } = await entryOf(client, indicator, year);
  return { ...placed(indicator, year), headers: seen(version) };
};

export type ValueBody = CallInput<typeof recordValue>['body'];
export type TargetBody = CallInput<typeof setTarget>['body'];

/** What people do with an indicator-year, each on the version that they see at that moment. */
export const enter = async (client: Client, indicator: string, year: number, body: ValueBody): Promise<Entry> =>
  client.ok(recordValue, { ...(await latest(client, indicator, year)), body });

export const submit = async (client: Client, indicator: string, year: number): Promise<Entry> =>
  client.ok(submitValue, await latest(client, indicator, year));

export const approve = async (client: Client, indicator: string, year: number): Promise<Entry> =>
  client.ok(approveValue, await latest(client, indicator, year));

export const giveBack = async (client: Client, indicator: string, year: number, note: string): Promise<Entry> =>
  client.ok(returnValue, { ...(await latest(client, indicator, year)), body: { note } });

const targetCall = async (client: Client, indicator: string, year: number, body: TargetBody) => {
  const { target } = await entryOf(client, indicator, year);
  return { ...placed(indicator, year), headers: seen(target.version), body };
};

export const setTargetOf = async (client: Client, indicator: string, year: number, body: TargetBody): Promise<Entry> =>
  client.ok(setTarget, await targetCall(client, indicator, year, body));

export const refusedTarget = async (client: Client, indicator: string, year: number, body: TargetBody) =>
  client.refused(setTarget, await targetCall(client, indicator, year, body));

export const refusedValue = async (client: Client, indicator: string, year: number, body: ValueBody) =>
  client.refused(recordValue, { ...(await latest(client, indicator, year)), body });
