import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { exportPlan, exportRecord } from '@fbs/contract';
import { type Database, recordRepository } from '@fbs/db';
import { createExportPool } from '@fbs/documents';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { useEmptyDatabase } from '../../testing/empty-database.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, giveBack, submit } from '../../testing/entries.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { addFileToSection } from '../../testing/uploads.ts';
import { importRecord } from './import-record.ts';
import { readStrategyRecord, recordSchema, recordText, type StrategyRecord } from './strategy-record.ts';

const openOffice = useOffices();
const now = '2026-01-16T09:00:00.000Z';

const withEmpty = useEmptyDatabase();

const textOf = (database: Database): Promise<string> =>
  database.read(async (queries) => recordText(await readStrategyRecord(queries, strategy)));

const workedOffice = async (): Promise<Office> => {
  const office = await openOffice();
  const contributor = await office.signIn('contributor');
  const breakdown = [
    { dimension: 'sex', category: 'female', value: '31.5' },
    { dimension: 'sex', category: 'male', value: '0.25' },
  ];
  await enter(contributor, '1.2-D', 2022, { value: '31.75', note: '=1+1 "quoted" \u202E', breakdown });
  await enter(contributor, '2.2-A', 2022, { value: '8181.8181', explanation: 'Why\n\u{1F469}\u200D\u{1F4BB}' });
  await submit(contributor, '2.2-A', 2022);
  const file = { name: 'grants.csv', title: '=Award reports', bytes: Buffer.from('award,people\n') };
  await addFileToSection(await office.signIn('planner'), '1.2', file);
  await giveBack(await office.signIn('reviewer'), '2.2-A', 2022, 'Name the source.');
  return office;
};

const refusalOf = async (text: string): Promise<string> =>
  withEmpty(async (database) => {
    const words = await importRecord(database, text, now).then(
      () => 'taken in',
      (error: Error) => error.message,
    );
    expect(await database.read((queries) => recordRepository.listRecordPeople(queries))).toEqual([]);
    return words;
  });

describe('the record of a strategy', () => {
  it('taken in by an empty instance and exported again is the same, byte for byte', async () => {
    const office = await workedOffice();
    const text = await textOf(office.database);
    await withEmpty(async (database) => {
      await importRecord(database, text, now);
      expect((await textOf(database)) === text).toBe(true);
    });
  });

  it('brings history, drafts, breakdowns, signed reviews and their checksums along', async () => {
    const office = await workedOffice();
    const record = JSON.parse(await textOf(office.database)) as StrategyRecord;
    const counted = await office.rows<{ name: string; rows: number }>(
      `select 'valueVintages' as name, count(*) as rows from value_vintages
       union all select 'targetVintages', count(*) from target_vintages
       union all select 'breakdownRows', count(*) from breakdown_rows
       union all select 'indicatorDefinitions', count(*) from indicator_definitions
       union all select 'reviewSectionVintages', count(*) from review_section_vintages
       union all select 'linkages', count(*) from linkages
       union all select 'snapshots', count(*) from snapshots`,
    );
    for (const { name, rows } of counted) expect({ name, rows: record.contents[name]?.length }).toEqual({ name, rows });
    expect(record.contents.snapshots?.length).toBe(4);
    await withEmpty(async (database) => {
      await importRecord(database, recordText(record), now);
      const totals = 'select * from breakdown_totals order by breakdown_id, dimension';
      const rows = await database.read(async (queries) => queries.all(totals));
      expect(rows).toEqual(await office.rows(totals));
    });
  });

  it('names people without what lets them sign in or be written to', async () => {
    const office = await openOffice();
    const text = await textOf(office.database);
    expect(text).not.toMatch(/@[a-z-]+\.(gov|example|org)"|persona/);
    await withEmpty(async (database) => {
      await importRecord(database, text, now);
      const rows = await database.read(async (queries) =>
        queries.all('select distinct active, persona, email from people'),
      );
      expect(rows).toEqual([{ active: 0, persona: null, email: null }]);
    });
  });

  it('is as its published schema says, for every table', async () => {
    const office = await workedOffice();
    expect(recordSchema().safeParse(JSON.parse(await textOf(office.database))).error).toBeUndefined();
    const { statusCode, body } = await office.app.inject({ url: '/api/schemas/strategy-record.json' });
    expect(statusCode).toBe(200);
    const schema = JSON.parse(body) as { properties: { contents: { required: string[] } } };
    expect(schema.properties.contents.required).toEqual(recordRepository.recordTables().map(({ name }) => name));
    expect((await office.app.inject({ url: '/api/schemas/review.json' })).statusCode).toBe(200);
  });

  it('knows of every table whether it is of the strategy or of the instance', async () => {
    const office = await openOffice();
    const rows = await office.rows<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%' and name not like '\\_\\_%' escape '\\'",
    );
    const { held, left } = recordRepository.recordTablesByName();
    expect([...held, ...left].sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});

describe('a record that an earlier version wrote', () => {
  const file = new URL('../../testing/first-strategy-record.json.gz', import.meta.url);
  const first = gunzipSync(readFileSync(file)).toString();

  it('comes in with all of its rows, and with what held when it was written', async () => {
    const before = JSON.parse(first) as StrategyRecord;
    expect(before.contents).not.toHaveProperty('partOrigins');
    expect(before.contents.strategies?.[0]).not.toHaveProperty('state');
    await withEmpty(async (database) => {
      await importRecord(database, first, now);
      const after = await database.read((queries) => readStrategyRecord(queries, strategy));
      expect(after.contents).toMatchObject(before.contents);
      expect(after.contents.strategies).toMatchObject([{ state: 'in_force' }]);
      expect(after.contents.reviewSections?.every(({ files }) => JSON.stringify(files) === '[]')).toBe(true);
    });
  });
});

describe('a file that is no whole record', () => {
  const changed = async (change: (record: Record<string, never>) => void): Promise<string> => {
    const record = JSON.parse(await textOf((await openOffice()).database)) as Record<string, never>;
    change(record);
    return JSON.stringify(record);
  };

  it.each<
    [string, (record: { strategy: string; contents: Record<string, Record<string, unknown>[]> }) => void, RegExp]
  >([
    [
      'a strategy that it does not name',
      (record) => {
        record.strategy = 'other';
      },
      /names the strategy "other"/,
    ],
    [
      'a signed review that was changed',
      ({ contents: { snapshots } }) => {
        Object.assign(snapshots?.[0] ?? {}, { document: '{}' });
      },
      /not what was signed/,
    ],
    [
      'a value that is no figure',
      ({ contents: { values } }) => {
        Object.assign(values?.[0] ?? {}, { value: '1,234' });
      },
      /contents\/values\/0\/value/,
    ],
    [
      'a file of evidence that leads out of its folder',
      ({ contents: { reviewSections } }) => {
        const file = { title: 'T', fileName: 't.txt', fileType: 'text', size: 1, sha256: '../../../etc/passwd' };
        Object.assign(reviewSections?.[0] ?? {}, { files: [file] });
      },
      /contents\/reviewSections\/0\/files\/0\/sha256/,
    ],
    [
      'a column that nobody knows',
      ({ contents: { goals } }) => {
        Object.assign(goals?.[0] ?? {}, { surprise: 1 });
      },
      /contents\/goals\/0.*surprise/,
    ],
    [
      'a row that points nowhere',
      ({ contents: { indicators } }) => {
        Object.assign(indicators?.[0] ?? {}, { objectiveId: 'nowhere' });
      },
      /do not fit together/,
    ],
    [
      'a row that stands twice',
      ({ contents: { goals } }) => {
        goals?.push({ ...goals[0] });
      },
      /do not fit together/,
    ],
  ])('is refused with %s, and nothing of it is kept', async (_what, change, words) => {
    const text = await changed(change as unknown as (record: Record<string, never>) => void);
    expect(await refusalOf(text)).toMatch(words);
  });

  it('is refused where another version wrote what is not known here, and says what to do', async () => {
    const next = await changed((record) => void Object.assign(record, { formatVersion: 2 }));
    const cut = await changed((record) => void Reflect.deleteProperty(Object(record.contents), 'valueVintages'));
    for (const [text, place] of [
      [next, '/formatVersion'],
      [cut, '/contents/valueVintages'],
    ] as const) {
      const words = await refusalOf(text);
      expect(words).toContain(`This file does not hold a strategy: ${place} `);
      expect(words).toContain('bring both to the same version, export it again and use that file.');
    }
  });

  it('is refused where it is no JSON, or JSON of something else', async () => {
    expect(await refusalOf('{"format":')).toMatch(/not a JSON file/);
    expect(await refusalOf('{"format":"fbs-annual-review"}')).toMatch(/does not hold a strategy/);
  });

  it('is refused where the strategy is here already', async () => {
    const office = await openOffice();
    const text = await textOf(office.database);
    await expect(importRecord(office.database, text, now)).rejects.toThrow(
      /There is a strategy "fbs-2018-2022" here already/,
    );
  });

  it('whatever stands in its texts comes back as it was', async () => {
    const text = await textOf((await openOffice()).database);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.nat(), async (words, pick) => {
        const record = JSON.parse(text) as { contents: Record<string, Record<string, unknown>[]> };
        for (const [table, column] of [
          ['valueVintages', 'note'],
          ['goals', 'statement'],
          ['reviewSections', 'narrative'],
          ['linkages', 'quote'],
        ] as const) {
          const rows = record.contents[table] ?? [];
          Object.assign(rows[pick % rows.length] ?? {}, { [column]: words.replaceAll('\0', '') });
        }
        const given = `${JSON.stringify(record, null, 2)}\n`;
        await withEmpty(async (database) => {
          await importRecord(database, given, now);
          expect((await textOf(database)) === given).toBe(true);
        });
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

describe('the exports of a strategy', () => {
  const pool = createExportPool();
  afterAll(() => pool.close());
  const at = { params: { strategy } };

  it('hand the record to administrators alone, and leave a trace', async () => {
    const office = await openOffice();
    expect(await (await office.signIn('planner')).refused(exportRecord, at)).toMatchObject({ status: 403 });
    const administrator = await office.signIn('administrator');
    const audit = await lastAudit(office);
    const { headers, text } = await administrator.send(exportRecord, at);
    expect(headers['content-disposition']).toBe('attachment; filename="FBS-record-fbs-2018-2022.json"');
    expect(text === (await textOf(office.database))).toBe(true);
    expect(await auditAfter(office, audit)).toMatchObject([
      { action: 'exported a strategy', person_id: 'administrator' },
    ]);
    expect(await administrator.refused(exportRecord, { params: { strategy: 'none' } })).toMatchObject({ status: 404 });
  });

  it('hand the plan as StratML to everybody who may export', async () => {
    const office = await openOffice({ exports: { ...pool, close: async () => {} } });
    const { headers, text } = await (await office.signIn('viewer')).send(exportPlan, at);
    expect(headers['content-disposition']).toBe('attachment; filename="FBS-plan-fbs-2018-2022.xml"');
    expect(text).toContain('Type="Strategic_Plan"');
  }, 60_000);
});
