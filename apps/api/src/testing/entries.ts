import { approveValue, type Entry, readEntry, recordValue, returnValue, submitValue } from '@fbs/contract';
import type { z } from 'zod';
import type { Client } from './client.ts';
import { strategy } from './endpoints.ts';

/** How a version travels. */
export const seen = (version: number) => ({ 'if-match': `"${version}"` });

export const placed = (indicator: string, year: number) => ({ params: { strategy, indicator, year } });

export const entryOf = (client: Client, indicator: string, year: number, asOf?: string): Promise<Entry> =>
  client.ok(readEntry, { ...placed(indicator, year), querystring: asOf === undefined ? {} : { asOf } });

type Body = z.input<(typeof recordValue)['schema']['body']>;

const latest = async (client: Client, indicator: string, year: number) => {
  const { version } = await entryOf(client, indicator, year);
  return { ...placed(indicator, year), headers: seen(version) };
};

/** What people do with an indicator-year, each on the version that they see at that moment. */
export const enter = async (client: Client, indicator: string, year: number, body: Body): Promise<Entry> =>
  client.ok(recordValue, { ...(await latest(client, indicator, year)), body });

export const submit = async (client: Client, indicator: string, year: number): Promise<Entry> =>
  client.ok(submitValue, await latest(client, indicator, year));

export const approve = async (client: Client, indicator: string, year: number): Promise<Entry> =>
  client.ok(approveValue, await latest(client, indicator, year));

export const giveBack = async (client: Client, indicator: string, year: number, note: string): Promise<Entry> =>
  client.ok(returnValue, { ...(await latest(client, indicator, year)), body: { note } });
