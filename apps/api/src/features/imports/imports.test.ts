import {
  commitImport,
  type ImportDetail,
  listImports,
  readImport,
  readImportTemplate,
  readRefusedRows,
  undoImport,
} from '@fbs/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { type Client, refusalOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { approve, enter, entryOf, historyOf, seen, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';
import { sendSpreadsheet } from '../../testing/uploads.ts';

const openOffice = useOffices();

const csv = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(['indicator,year,value,explanation,note,source,reason', ...lines].join('\n'));

const tried = async (client: Client, bytes: Uint8Array, name = 'figures.csv'): Promise<ImportDetail> => {
  const reply = await sendSpreadsheet(client, { name, bytes });
  if (reply.status !== 200) throw new Error(`not tried: ${reply.text}`);
  return JSON.parse(reply.text) as ImportDetail;
};

const refusedUpload = async (client: Client, bytes: Uint8Array) =>
  refusalOf(await sendSpreadsheet(client, { name: 'figures.csv', bytes }));

const at = ({ id, version }: ImportDetail) => ({ params: { strategy, import: id }, headers: seen(version) });

const commit = (client: Client, detail: ImportDetail, mode: 'all' | 'good_rows' = 'all') =>
  client.ok(commitImport, { ...at(detail), body: { mode } });

const refusedCommit = (client: Client, detail: ImportDetail, mode: 'all' | 'good_rows' = 'all') =>
  client.refused(commitImport, { ...at(detail), body: { mode } });

const templateOf = async (client: Client, format: 'xlsx' | 'csv', year?: number): Promise<Buffer> =>
  (await client.send(readImportTemplate, { params: { strategy }, querystring: { format, year } })).bytes;

const outcomes = ({ rows }: ImportDetail) => rows.map(({ row, outcome }) => [row, outcome]);

describe('a template', () => {
  it.each(['xlsx', 'csv'] as const)(
    'comes back as %s without a change, for a planner and a contributor',
    async (format) => {
      const office = await openOffice();
      for (const persona of ['planner', 'contributor']) {
        const client = await office.signIn(persona);
        const detail = await tried(client, await templateOf(client, format));
        expect(detail.rows.length).toBeGreaterThan(40);
        expect(detail.rows.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      }
    },
  );

  it('holds one year where one is asked for, and no section but the own', async () => {
    const office = await openOffice();
    const text = (await templateOf(await office.signIn('contributor'), 'csv', 2022)).toString();
    expect(text).toMatch(/^\ufeffindicator,name,unit,year,value/);
    expect(text).toContain('1.2-D');
    expect(text).not.toContain('5.2-C');
    expect(text).not.toContain(',2021,');
  });

  it('brings every figure back to the last digit', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const figure = fc
      .tuple(fc.bigInt({ min: 1n, max: 999_999_999_999_999n }), fc.nat(12))
      .map(([digits, places]) => {
        const text = String(digits).padStart(places + 1, '0');
        return `${text.slice(0, text.length - places)}.${text.slice(text.length - places)}`.replace(/\.?0*$/, '');
      })
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(figure, fc.constantFrom('xlsx' as const, 'csv' as const), async (value, format) => {
        await enter(client, '1.2-D', 2022, { value });
        const detail = await tried(client, await templateOf(client, format, 2022));
        expect(detail.rows.find((row) => row.indicator === '1.2-D' && row.what === 'Value')).toMatchObject({
          outcome: 'unchanged',
        });
        expect(detail.counts.changed + detail.counts.inserted + detail.counts.warned).toBe(0);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('a dry run', () => {
  it('says of each row what would happen, and changes no figure', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const before = await entryOf(client, '1.2-D', 2022);
    const detail = await tried(
      client,
      csv(
        '1.2-D,FY 2022,"4,870",Two courses were added.',
        '3.2-A,2022,4700',
        '2.2-A,2021,',
        '5.1-A,2022,91.5%',
        '1.2-E,2022,$5',
        '9.9-Z,2022,5',
        '1.2-D,2031,5',
        '1.1-A,2022,about five',
        ',2022,5',
      ),
    );
    expect(detail).toMatchObject({ state: 'tried', fileName: 'figures.csv', mayCommit: true, mayUndo: false });
    const said = detail.rows.map(({ row, outcome, sentence }) => [row, outcome, sentence] as const);
    expect(said[0]).toEqual([2, 'inserted', 'A new value.']);
    expect(said[2]).toEqual([4, 'unchanged', 'No value given.']);
    expect(said[5]).toEqual([7, 'refused', expect.stringContaining('There is no indicator "9.9-Z"')]);
    expect(said[6]).toEqual([8, 'refused', expect.stringContaining('FY 2031 lies outside')]);
    expect(said[7]).toEqual([9, 'refused', expect.stringContaining('Enter a number')]);
    expect(said[8]).toEqual([10, 'refused', expect.stringContaining('Write the code')]);
    expect(detail.rows[1]).toMatchObject({ outcome: 'changed', after: '4,700' });
    expect(detail.rows[0]).toMatchObject({
      sheet: 'Values',
      indicator: '1.2-D',
      year: 2022,
      before: null,
      after: '4,870',
    });
    expect(await entryOf(client, '1.2-D', 2022)).toEqual(before);
  });

  it('refuses rows that say the same thing twice', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const detail = await tried(client, csv('1.2-D,2022,1', '1.2-D,FY2022,2'));
    expect(detail.rows.map(({ outcome, sentence }) => [outcome, sentence])).toEqual([
      ['refused', 'Row 3 says the same thing once more: keep one of them.'],
      ['refused', 'Row 2 says the same thing once more: keep one of them.'],
    ]);
  });

  it('refuses what is not the own section, frozen, computed, or approved without a reason', async () => {
    const office = await openOffice();
    const [planner, contributor] = [await office.signIn('planner'), await office.signIn('contributor')];
    const strange = await tried(contributor, csv('5.2-C,2022,5'));
    expect(strange.rows[0]).toMatchObject({ outcome: 'refused', before: null });
    expect(strange.rows[0]?.sentence).toContain('belongs to RPA');
    const computed = (await office.rows<{ code: string }>('select code from indicators')).map(({ code }) => code);
    const detail = await tried(planner, csv(...computed.map((code) => `${code},2018,123.45`)));
    const sentences = detail.rows.map(({ sentence }) => sentence).join('\n');
    expect(detail.counts).toMatchObject({ changed: 0, inserted: 0, warned: 0 });
    expect(sentences).toContain('final and its values are frozen');
    expect(sentences).toContain('is computed from other figures');
    const approved = await tried(planner, csv('2.1-C,2022,7300', '2.1-C,2021,'));
    expect(approved.rows[0]).toMatchObject({ outcome: 'refused', column: 'reason' });
  });

  it('refuses a file that cannot be read, one that is too large, and a call without a file', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    expect(await refusedUpload(client, new TextEncoder().encode('a,b\n1,2'))).toMatchObject({
      status: 422,
      detail: expect.stringContaining('has no column "indicator", "year", "value"'),
      errors: [{ pointer: '/file' }],
    });
    expect(await refusedUpload(client, Buffer.alloc(10_000_001, 'a'))).toMatchObject({
      status: 413,
      detail: expect.stringContaining('larger than 10 MB'),
    });
    expect(await refusedUpload(client, Buffer.from('PK\u0003\u0004nothing'))).toMatchObject({ status: 422 });
    expect((await client.ok(listImports, { params: { strategy } })).imports).toEqual([]);
  });
});

describe('taking over', () => {
  it('writes vintages with their reason and traces, once; the same file again changes nothing', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const file = csv('1.2-D,2022,4870,Two courses were added.', '2.1-C,2022,7300,,,,Late records.');
    const before = await lastAudit(office);
    const done = await commit(client, await tried(client, file));
    expect(done).toMatchObject({ state: 'committed', mayUndo: true, mayCommit: false });
    expect(await entryOf(client, '1.2-D', 2022)).toMatchObject({ value: '4870', state: 'draft' });
    expect(await entryOf(client, '2.1-C', 2022)).toMatchObject({ value: '7300', state: 'submitted' });
    const { vintages } = await historyOf(client, '1.2-D', 2022);
    expect(vintages[0]).toMatchObject({ action: 'entered', reason: 'Imported from figures.csv' });
    expect((await historyOf(client, '2.1-C', 2022)).vintages[0]?.reason).toBe(
      'Late records. (Imported from figures.csv)',
    );
    expect((await auditAfter(office, before)).map(({ action }) => action)).toEqual([
      'tried an import',
      'entered a value',
      'corrected an approved value',
      'took an import over',
    ]);
    expect((await refusedCommit(client, done)).detail).toContain('taken over already');
    expect((await tried(client, file)).counts).toMatchObject({ unchanged: 2, changed: 0, inserted: 0 });
  });

  it('is all or nothing by default, and takes the good rows where they are asked for', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const detail = await tried(client, csv('1.2-D,2022,4870', '9.9-Z,2022,5'));
    const before = await everything(office);
    const refusal = await refusedCommit(client, detail);
    expect(refusal).toMatchObject({ status: 409, errors: [{ pointer: '/Values/3' }] });
    expect(refusal.detail).toContain('1 row cannot be taken over');
    expect(await everything(office)).toBe(before);
    const done = await commit(client, detail, 'good_rows');
    expect(outcomes(done)).toEqual([
      [2, 'inserted'],
      [3, 'refused'],
    ]);
    expect(await entryOf(client, '1.2-D', 2022)).toMatchObject({ value: '4870' });
    const { text } = await client.send(readRefusedRows, { params: { strategy, import: done.id } });
    expect(text).toContain('Values,3,9.9-Z,2022,5');
    const mended = await tried(client, new TextEncoder().encode(text.replace('9.9-Z', '1.2-D')));
    expect(mended.rows[0]).toMatchObject({ indicator: '1.2-D', before: '4,870', after: '5', outcome: 'changed' });
  });

  it('never writes over what somebody changed after the dry run', async () => {
    const office = await openOffice();
    const [first, second] = [await office.signIn('planner'), await office.signIn('planner-2')];
    const detail = await tried(first, csv('1.2-D,2022,4870', '3.2-A,2022,4700'));
    await enter(second, '1.2-D', 2022, { value: '4500' });
    const refusal = await refusedCommit(first, detail);
    expect(refusal).toMatchObject({ status: 409, errors: [{ detail: expect.stringContaining('Somebody changed') }] });
    const now = await first.ok(readImport, { params: { strategy, import: detail.id } });
    expect(now.counts).toMatchObject({ conflict: 1, changed: 1 });
    await commit(first, detail, 'good_rows');
    expect(await entryOf(first, '1.2-D', 2022)).toMatchObject({ value: '4500' });
    expect(await entryOf(first, '3.2-A', 2022)).toMatchObject({ value: '4700' });
  });

  it('asks for the version that was seen, and for who uploaded the file', async () => {
    const office = await openOffice();
    const [first, second] = [await office.signIn('planner'), await office.signIn('planner-2')];
    const detail = await tried(first, csv('1.2-D,2022,4870'));
    const { params } = at(detail);
    expect(await first.refused(commitImport, { params, body: { mode: 'all' } })).toMatchObject({ status: 428 });
    expect(await first.refused(commitImport, { params, headers: seen(7), body: { mode: 'all' } })).toMatchObject({
      status: 412,
      current: { id: detail.id },
    });
    expect(await refusedCommit(second, detail)).toMatchObject({ status: 403 });
    const contributor = await office.signIn('contributor');
    expect(await contributor.refused(readImport, { params })).toMatchObject({ status: 404 });
    expect((await contributor.ok(listImports, { params: { strategy } })).imports).toEqual([]);
    expect((await second.ok(listImports, { params: { strategy } })).imports).toMatchObject([{ id: detail.id }]);
  });

  it('takes targets and breakdowns over beside values, and leaves what the file does not name', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const known = await client.send(readImportTemplate, {
      params: { strategy },
      querystring: { format: 'xlsx', year: 2022 },
    });
    expect(known.bytes.length).toBeGreaterThan(1000);
    await enter(client, '1.2-D', 2022, {
      value: '100',
      breakdown: [{ dimension: 'sex', category: 'female', value: '60' }],
    });
    const lines = [
      'sheet,indicator,year,value,target,dimension,category,reason',
      'Values,1.2-D,2022,110,,,,',
      'Breakdowns,1.2-D,2022,50,,sex,male,',
      'Breakdowns,1.2-D,2022,1,,sex,nobody,',
      'Targets,5.1-A,2022,,97,,,Two more posts.',
      'Targets,5.1-A,2021,,97,,,',
    ];
    const detail = await tried(client, new TextEncoder().encode(lines.join('\n')));
    expect(outcomes(detail)).toEqual([
      [2, 'changed'],
      [3, 'inserted'],
      [4, 'refused'],
      [5, 'changed'],
      [6, 'refused'],
    ]);
    await commit(client, detail, 'good_rows');
    const entry = await entryOf(client, '1.2-D', 2022);
    expect(entry).toMatchObject({ value: '110', version: 2 });
    expect(entry.breakdown).toHaveLength(2);
    expect((await entryOf(client, '5.1-A', 2022)).target).toMatchObject({ value: '97', revised: true });
  });
});

describe('taking back', () => {
  it('restores what stood before with new vintages, and only once', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const before = [await entryOf(client, '1.2-D', 2022), await entryOf(client, '2.1-C', 2022)];
    const file = csv('1.2-D,2022,4870,Two courses were added.', '2.1-C,2022,7300,,,,Late records.');
    const done = await commit(client, await tried(client, file));
    const undone = await client.ok(undoImport, at(done));
    expect(undone).toMatchObject({ state: 'undone', mayUndo: false, undone: { person: 'Dana Whitfield' } });
    const after = [await entryOf(client, '1.2-D', 2022), await entryOf(client, '2.1-C', 2022)];
    const figures = (entries: typeof before) =>
      entries.map(({ value, state, explanation, source, verification, restated }) => [
        value,
        state,
        explanation,
        source,
        verification,
        restated,
      ]);
    expect(figures(after)).toEqual(figures(before));
    expect((await historyOf(client, '2.1-C', 2022)).vintages[0]).toMatchObject({
      reason: 'Import of figures.csv taken back',
    });
    expect((await client.refused(undoImport, at(undone))).detail).toContain('was taken back');
    expect((await tried(client, file)).counts).toMatchObject({ unchanged: 0, refused: 0 });
  });

  it('is refused where something of it was changed since, and says what', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const done = await commit(client, await tried(client, csv('1.2-D,2022,4870,More courses.', '3.2-A,2022,4700')));
    await submit(client, '1.2-D', 2022);
    await approve(await office.signIn('reviewer'), '1.2-D', 2022);
    const before = await everything(office);
    const refusal = await client.refused(undoImport, at(done));
    expect(refusal).toMatchObject({ status: 409 });
    expect(refusal.detail).toContain('1.2-D of FY 2022');
    expect(refusal.detail).not.toContain('3.2-A');
    expect(await everything(office)).toBe(before);
  });
});
