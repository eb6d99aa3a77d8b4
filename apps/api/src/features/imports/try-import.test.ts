import { type ImportDetail, listImports } from '@fbs/contract';
import { importLimits } from '@fbs/core';
import { describe, expect, it } from 'vitest';
import { strategy } from '../../testing/endpoints.ts';
import { approve, enter, entryOf, submit } from '../../testing/entries.ts';
import { csv, refusedUpload, tried } from '../../testing/imports.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

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
    // its parts are recorded, and make up another figure
    expect(detail.rows[1]).toMatchObject({
      outcome: 'warned',
      sentence: expect.stringMatching(/^Changes: value\. Look once more: .* adds up to .*; the value is 4,700/),
      after: '4,700',
    });
    expect(detail.rows[0]).toMatchObject({
      sheet: 'Values',
      indicator: '1.2-D',
      year: 2022,
      before: null,
      after: '4,870',
    });
    expect(await entryOf(client, '1.2-D', 2022)).toEqual(before);
  });

  it('shows what a refused row holds, and offers nothing to take over where no row is good', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const rows = ['1.2-D,2022,abc', '3.2-A,1999,4700', '9.9-Z,2022,91.5%', `1.1-A,2022,${'x'.repeat(70)}`, ',2022,'];
    const detail = await tried(client, csv(...rows));
    expect(detail.rows.map(({ after }) => after)).toEqual(['abc', '4700', '91.5%', `${'x'.repeat(60)}…`, null]);
    expect(detail).toMatchObject({ state: 'tried', mayCommit: false, counts: { refused: 5 } });
    expect((await client.ok(listImports, { params: { strategy } })).imports).toMatchObject([{ mayCommit: false }]);
    expect(await tried(client, csv('2.2-A,2021,'))).toMatchObject({ mayCommit: false, counts: { unchanged: 1 } });
  });

  it('refuses rows that say the same thing twice', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const detail = await tried(client, csv('1.2-D,2022,1', '1.2-D,FY2022,2'));
    expect(detail.rows.map(({ outcome, sentence }) => [outcome, sentence])).toEqual([
      ['refused', 'Row 3 says the same thing: keep one of them.'],
      ['refused', 'Row 2 says the same thing: keep one of them.'],
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
    expect(await refusedUpload(client, Buffer.alloc(importLimits.megabytes * 1_000_000 + 1, 'a'))).toMatchObject({
      status: 413,
      detail: expect.stringContaining('larger than 50 MB'),
    });
    expect(await refusedUpload(client, Buffer.from('PK\u0003\u0004nothing'))).toMatchObject({ status: 422 });
    expect((await client.ok(listImports, { params: { strategy } })).imports).toEqual([]);
  });
});

describe('a row', () => {
  const said = ({ rows }: ImportDetail) => rows.map(({ outcome, sentence }) => `${outcome}: ${sentence}`);

  it('that takes a submitted value back is marked, and so is one that says that there is no figure', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    await enter(client, '1.2-D', 2022, { value: '4400' });
    await submit(client, '1.2-D', 2022);
    const [back, none] = said(await tried(client, csv('1.2-D,2022,4410', '3.2-A,2022,N/A')));
    expect(back).toMatch(/^warned: .*would become a draft again/);
    expect(none).toMatch(/^unchanged: "N\/A" enters nothing/);
  });

  it('with an unlikely figure is marked as the grid marks it, and is taken over all the same', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const [far, share, near] = said(await tried(client, csv('1.2-D,2022,48700', '5.1-A,2022,104', '3.2-A,2022,4700')));
    expect(far).toBe('warned: A new value. Look once more: over 3 times last year (4,310).');
    expect(share).toBe('warned: A new value. Look once more: over 100%.');
    expect(near).toMatch(/^warned: Changes: value\. Look once more: .* adds up to/);
  });

  it('that corrects an approved value has to explain what departs from its target', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const entry = await entryOf(client, '2.1-C', 2022);
    await enter(client, '2.1-C', 2022, { explanation: null, value: entry.target.value, reason: 'Counted anew.' });
    await approve(await office.signIn('reviewer'), '2.1-C', 2022);
    const [silent, told] = [
      await tried(client, csv('2.1-C,2022,1,,,,Late records.')),
      await tried(client, csv('2.1-C,2022,1,The partner closed.,,,Late records.')),
    ];
    expect(silent.rows[0]).toMatchObject({ outcome: 'refused', column: 'explanation' });
    expect(told.rows[0]).toMatchObject({
      outcome: 'warned',
      sentence: expect.stringContaining('Look once more:'),
      after: '1',
    });
  });

  it('of a year in clearance is refused', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    await office.change("update reviews set state = 'in_clearance' where year = 2022");
    expect(said(await tried(client, csv('3.2-A,2022,4701')))).toEqual([
      expect.stringMatching(/^refused: The review of FY 2022 is in clearance/),
    ]);
  });

  it('of a target is refused to who may not set it, after the result, and without a reason', async () => {
    const office = await openOffice();
    const file = new TextEncoder().encode(
      ['indicator,year,target,reason', '2.2-A,2022,9999,New law.', '1.2-D,2022,4500,'].join('\n'),
    );
    expect(said(await tried(await office.signIn('contributor'), file))[0]).toMatch(/^refused: .*may set targets/);
    const [known, bare] = said(await tried(await office.signIn('planner'), file));
    expect(known).toMatch(/^refused: .*may revise targets after the result/);
    expect(bare).toMatch(/^refused: The target is 4,400: write in the column "reason"/);
  });
});
