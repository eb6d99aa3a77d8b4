import { commitImport, type ImportDetail, type ImportRow, type ImportRows, readImportRows } from '@fbs/contract';
import { type Client, refusalOf } from './client.ts';
import { strategy } from './endpoints.ts';
import { seen } from './entries.ts';
import { sendSpreadsheet } from './uploads.ts';

export const csv = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(['indicator,year,value,explanation,note,source,reason', ...lines].join('\n'));

/** An import with all of its rows, page by page. */
const withRows = async (client: Client, detail: ImportDetail): Promise<ImportDetail> => {
  const rows: ImportRow[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const params = { strategy, import: detail.id };
    const page: ImportRows = await client.ok(readImportRows, {
      params,
      querystring: { from, limit: 500, outcome: undefined },
    });
    rows.push(...page.rows);
    from = page.next;
  }
  return { ...detail, rows, next: null };
};

export const tried = async (client: Client, bytes: Uint8Array, name = 'figures.csv'): Promise<ImportDetail> => {
  const reply = await sendSpreadsheet(client, { name, bytes });
  if (reply.status !== 200) throw new Error(`not tried: ${reply.text}`);
  return withRows(client, JSON.parse(reply.text) as ImportDetail);
};

export const refusedUpload = async (client: Client, bytes: Uint8Array) =>
  refusalOf(await sendSpreadsheet(client, { name: 'figures.csv', bytes }));

export const at = ({ id, version }: ImportDetail) => ({ params: { strategy, import: id }, headers: seen(version) });

const committing = (detail: ImportDetail, mode: 'all' | 'good_rows') => ({
  ...at(detail),
  querystring: { wait: undefined },
  body: { mode },
});

export const commit = async (client: Client, detail: ImportDetail, mode: 'all' | 'good_rows' = 'all') =>
  withRows(client, await client.ok(commitImport, committing(detail, mode)));

export const refusedCommit = (client: Client, detail: ImportDetail, mode: 'all' | 'good_rows' = 'all') =>
  client.refused(commitImport, committing(detail, mode));

/** Hands a spreadsheet over without waiting for what comes of it. */
export const startToTry = async (client: Client, bytes: Uint8Array): Promise<ImportDetail> => {
  const reply = await sendSpreadsheet(client, { name: 'figures.csv', bytes }, { wait: 'false' });
  if (reply.status !== 202) throw new Error(`not begun: ${reply.text}`);
  return JSON.parse(reply.text) as ImportDetail;
};

export const startToCommit = async (client: Client, detail: ImportDetail): Promise<ImportDetail> => {
  const input = { ...committing(detail, 'all'), querystring: { wait: 'false' as const } };
  const reply = await client.send(commitImport, input);
  if (reply.status !== 202) throw new Error(`not begun: ${reply.text}`);
  return JSON.parse(reply.text) as ImportDetail;
};
