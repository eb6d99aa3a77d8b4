import { commitImport, type ImportDetail, listImports, readImport, readRefusedRows, undoImport } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { approve, enter, entryOf, historyOf, seen, submit } from '../../testing/entries.ts';
import { at, commit, csv, refusedCommit, tried } from '../../testing/imports.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const outcomes = ({ rows }: ImportDetail) => rows.map(({ row, outcome }) => [row, outcome]);

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
    expect(refusal).toMatchObject({ status: 409, errors: [{ detail: expect.stringContaining('Someone changed') }] });
    const now = await first.ok(readImport, { params: { strategy, import: detail.id } });
    // the other value changes without its recorded parts
    expect(now.counts).toMatchObject({ conflict: 1, warned: 1 });
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

  it('restores targets and breakdowns too', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const breakdown = [{ dimension: 'sex', category: 'female', value: '60' }];
    await enter(client, '1.2-D', 2022, { value: '100', breakdown });
    const before = await entryOf(client, '5.1-A', 2022);
    const lines = [
      'sheet,indicator,year,value,target,dimension,category,reason',
      'Breakdowns,1.2-D,2022,50,,sex,female,',
      'Targets,5.1-A,2022,,97,,,Two more posts.',
    ];
    const done = await commit(client, await tried(client, new TextEncoder().encode(lines.join('\n'))));
    expect((await entryOf(client, '1.2-D', 2022)).breakdown).toMatchObject([{ value: '50' }]);
    await client.ok(undoImport, at(done));
    expect(await entryOf(client, '1.2-D', 2022)).toMatchObject({ value: '100', breakdown });
    const { target } = await entryOf(client, '5.1-A', 2022);
    expect(target).toMatchObject({ value: before.target.value, noTargetReason: before.target.noTargetReason });
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
