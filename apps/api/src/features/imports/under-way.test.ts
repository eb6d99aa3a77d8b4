import {
  cancelImport,
  type ImportDetail,
  type ImportLine,
  listImports,
  readImport,
  readImportRows,
  watchImport,
} from '@fbs/contract';
import { expect, it } from 'vitest';
import { everything } from '../../testing/audit.ts';
import { type Client, refusalOf, urlOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, entryOf, seen } from '../../testing/entries.ts';
import { at, commit, csv, refusedCommit, startToCommit, startToTry, tried } from '../../testing/imports.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const place = ({ id }: Pick<ImportDetail, 'id'>) => ({ params: { strategy, import: id } });

type Told = { readonly event: string; readonly data: Record<string, unknown> };

/** What the server tells of an import until its end. */
const watched = async (client: Client, line: Pick<ImportDetail, 'id'>): Promise<Told[]> => {
  const reply = await client.raw({ method: 'GET', url: urlOf(watchImport, place(line)) });
  expect(reply.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  return [...reply.text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, event = '', data = '']) => ({
    event,
    data: JSON.parse(data) as Told['data'],
  }));
};

const listed = async (client: Client): Promise<readonly ImportLine[]> =>
  (await client.ok(listImports, { params: { strategy } })).imports;

it('answers at once where nobody waits, tells how far it is, and keeps what came of it', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  const begun = await startToTry(client, csv('1.2-D,2022,4870'));
  expect(begun).toMatchObject({
    state: 'reading',
    version: 0,
    mayCancel: true,
    rows: [],
    tried: { person: 'Dana Whitfield' },
  });
  expect(await listed(client)).toMatchObject([{ id: begun.id, state: 'reading' }]);
  expect(await listed(await office.signIn('contributor'))).toEqual([]);
  const told = await watched(client, begun);
  expect(told.at(-1)).toEqual({ event: 'ended', data: { state: 'tried', refusal: null } });
  expect(told[0]?.data).toMatchObject({ percent: expect.any(Number), phase: expect.any(String) });
  const read = await client.ok(readImport, place(begun));
  expect(read).toMatchObject({ state: 'tried', version: 1, progress: null, rows: [{ outcome: 'inserted' }] });
  const committing = await startToCommit(client, read);
  expect(committing).toMatchObject({ state: 'committing', mayCommit: false, mayCancel: true });
  expect((await watched(client, begun)).at(-1)?.data).toEqual({ state: 'committed', refusal: null });
  expect(await entryOf(client, '1.2-D', 2022)).toMatchObject({ value: '4870' });
  expect((await watched(client, begun)).map(({ event }) => event)).toEqual(['ended']);
});

it('keeps why a file could not be read, and says why rows were not taken over', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  const begun = await startToTry(client, new TextEncoder().encode('a,b\n1,2'));
  expect((await watched(client, begun)).at(-1)?.data).toMatchObject({ state: 'refused' });
  expect(await client.ok(readImport, place(begun))).toMatchObject({
    state: 'refused',
    mayCommit: false,
    notices: [expect.stringContaining('has no column "indicator"')],
  });
  const mixed = await tried(client, csv('1.2-D,2022,4870', '9.9-Z,2022,5'));
  await startToCommit(client, mixed);
  expect((await watched(client, mixed)).at(-1)?.data).toEqual({
    state: 'tried',
    refusal: expect.stringContaining('1 row cannot be taken over'),
  });
});

it('is stopped before it writes: nothing is half there, and it says that it was cancelled', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  const stranger = await office.signIn('planner-2');
  const begun = await startToTry(client, csv('1.2-D,2022,1'));
  expect(await client.refused(cancelImport, place(begun))).toMatchObject({ status: 428 });
  expect(await stranger.refused(cancelImport, { ...place(begun), headers: seen(0) })).toMatchObject({ status: 403 });
  expect(await client.ok(cancelImport, { ...place(begun), headers: seen(0) })).toMatchObject({ state: 'cancelled' });
  const detail = await tried(client, csv('1.2-D,2022,4870'));
  const before = await entryOf(client, '1.2-D', 2022);
  // somebody else has the turn to write, so that this has to wait for it
  let giveBack: () => void = () => undefined;
  const held = office.database.lendTurn(() => new Promise<void>((resolve) => (giveBack = resolve)));
  await startToCommit(client, detail);
  const cancelling = client.ok(cancelImport, at(detail));
  setTimeout(giveBack, 300);
  expect(await cancelling).toMatchObject({ state: 'cancelled', mayCommit: false });
  await held;
  expect(await entryOf(client, '1.2-D', 2022)).toEqual(before);
  expect((await refusedCommit(client, { ...detail, version: 2 })).detail).toContain('was cancelled');
  expect((await listed(client)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

it('that is through already cannot be stopped', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  const done = await commit(client, await tried(client, csv('1.2-D,2022,4870')));
  const before = await everything(office);
  expect(await client.refused(cancelImport, at(done))).toMatchObject({ status: 409 });
  expect(await everything(office)).toBe(before);
});

const many = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    index % 100 === 7 ? `9.9-Z,2022,${index}` : `1.2-D,${index % 2 === 0 ? 2022 : 2030},${index}`,
  );

it('gives the rows of a large file page by page, all or of one outcome, and counts each once', async () => {
  const office = await openOffice();
  const client = await office.signIn('planner');
  const detail = await tried(client, csv('3.2-A,2022,4700', ...many(1800)));
  expect(detail.rows.map(({ row }) => row)).toEqual(Array.from({ length: 1801 }, (_, index) => index + 2));
  expect(detail.counts).toMatchObject({ warned: 1, refused: 1800 });
  const first = await client.ok(readImport, place(detail));
  expect([first.rows.length, first.next]).toEqual([500, 500]);
  const page = (outcome: 'warned' | 'refused' | 'conflict', from: number) =>
    client.ok(readImportRows, { ...place(detail), querystring: { outcome, from, limit: 3 } });
  expect(await page('warned', 0)).toMatchObject({ rows: [{ row: 2 }], next: null });
  expect(await page('refused', 1798)).toMatchObject({
    rows: [{ row: 1800 }, { row: 1801 }, { row: 1802 }],
    next: null,
  });
  expect((await page('refused', 499)).next).toBe(502);
  await enter(client, '3.2-A', 2022, { value: '1' });
  expect(await page('conflict', 0)).toMatchObject({ rows: [{ row: 2, outcome: 'conflict' }], next: null });
  expect(await page('warned', 0)).toEqual({ rows: [], next: null });
  expect((await client.ok(readImport, place(detail))).counts).toMatchObject({ warned: 0, conflict: 1 });
});

it('is refused to whoever may not see it', async () => {
  const office = await openOffice();
  const detail = await tried(await office.signIn('planner'), csv('1.2-D,2022,4870'));
  const contributor = await office.signIn('contributor');
  for (const endpoint of [watchImport, readImportRows]) {
    expect(refusalOf(await contributor.sendAny(endpoint, place(detail)))).toMatchObject({ status: 404 });
  }
});
