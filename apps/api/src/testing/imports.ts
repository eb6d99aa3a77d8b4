import { commitImport, type ImportDetail } from '@fbs/contract';
import { type Client, refusalOf } from './client.ts';
import { strategy } from './endpoints.ts';
import { seen } from './entries.ts';
import { sendSpreadsheet } from './uploads.ts';

export const csv = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(['indicator,year,value,explanation,note,source,reason', ...lines].join('\n'));

export const tried = async (client: Client, bytes: Uint8Array, name = 'figures.csv'): Promise<ImportDetail> => {
  const reply = await sendSpreadsheet(client, { name, bytes });
  if (reply.status !== 200) throw new Error(`not tried: ${reply.text}`);
  return JSON.parse(reply.text) as ImportDetail;
};

export const refusedUpload = async (client: Client, bytes: Uint8Array) =>
  refusalOf(await sendSpreadsheet(client, { name: 'figures.csv', bytes }));

export const at = ({ id, version }: ImportDetail) => ({ params: { strategy, import: id }, headers: seen(version) });

export const commit = (client: Client, detail: ImportDetail, mode: 'all' | 'good_rows' = 'all') =>
  client.ok(commitImport, { ...at(detail), body: { mode } });

export const refusedCommit = (client: Client, detail: ImportDetail, mode: 'all' | 'good_rows' = 'all') =>
  client.refused(commitImport, { ...at(detail), body: { mode } });
