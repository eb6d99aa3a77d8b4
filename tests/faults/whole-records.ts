import Sqlite from 'better-sqlite3';
import type { Acknowledged } from './writers.ts';

/** How many rows there were before anybody wrote. */
export type Start = Readonly<Record<'vintages' | 'notes' | 'comments' | 'evidence' | 'entries', number>>;

const counts: Readonly<Record<keyof Start, string>> = {
  vintages: 'select count(*) from value_vintages',
  notes: 'select count(*) from notes',
  comments: 'select count(*) from comments',
  evidence: 'select count(*) from evidence',
  entries: 'select count(*) from audit_entries',
};

const countsIn = (raw: Sqlite.Database): Start =>
  Object.fromEntries(Object.entries(counts).map(([name, query]) => [name, raw.prepare(query).pluck().get()])) as Start;

export const startOf = (file: string): Start => {
  const raw = new Sqlite(file, { readonly: true });
  const found = countsIn(raw);
  raw.close();
  return found;
};

/** Acknowledgments that nothing stands for. */
const lostIn = (raw: Sqlite.Database, acknowledged: readonly Acknowledged[]): string[] => {
  const vintage = raw
    .prepare(
      `select 1 from value_vintages join indicators on indicators.id = indicator_id
       where code = ? and year = 2022 and number = ? and value = ? and note = ?`,
    )
    .pluck();
  const note = raw.prepare('select 1 from notes where text = ?').pluck();
  const comment = raw.prepare('select 1 from comments where text = ?').pluck();
  const isThere = (each: Acknowledged): boolean => {
    if (each.kind === 'value') return vintage.get(each.indicator, each.version, each.value, each.note) === 1;
    return (each.kind === 'note' ? note : comment).get(each.text) === 1;
  };
  return acknowledged.filter((each) => !isThere(each)).map((each) => `lost: ${JSON.stringify(each)}`);
};

/** Questions whose every answer is a row that is there in half. */
const halves: Readonly<Record<string, string>> = {
  'a value in force without its latest vintage': `
    select current.indicator_id from indicator_values current
    left join value_vintages latest on latest.indicator_id = current.indicator_id and latest.year = current.year
      and latest.number = current.version
    where latest.id is null or latest.value is not current.value or latest.note is not current.note
      or latest.breakdown_id is not current.breakdown_id
      or exists (select 1 from value_vintages later where later.indicator_id = current.indicator_id
        and later.year = current.year and later.number > current.version)`,
  'a breakdown whose total is not that of its rows': `
    select breakdown_id from breakdown_totals total
    where cast(total as real) <> (select sum(cast(value as real)) from breakdown_rows each
      where each.breakdown_id = total.breakdown_id and each.dimension = total.dimension)
    or "rows" <> (select count(*) from breakdown_rows each
      where each.breakdown_id = total.breakdown_id and each.dimension = total.dimension)`,
  'rows of a breakdown without a total': `
    select breakdown_id from breakdown_rows each where not exists (select 1 from breakdown_totals total
      where total.breakdown_id = each.breakdown_id and total.dimension = each.dimension)`,
  'a breakdown that no vintage has': `
    select id from breakdowns where id not in (select breakdown_id from value_vintages where breakdown_id is not null)`,
  'an audit entry without its link': 'select id from audit_entries where id not in (select entry_id from audit_hashes)',
  'a value whose words cannot be searched': `
    select current.indicator_id from indicator_values current where current.note like 'round%' and not exists (
      select 1 from search_documents where kind = 'entry' and instr(title || body, current.note) > 0)`,
  'a note whose words cannot be searched': `
    select id from notes where text like 'A note of round%'
      and text not in (select body from search_documents where kind = 'note')`,
};

const halvesIn = (raw: Sqlite.Database): string[] =>
  Object.entries(halves).flatMap(([what, query]) =>
    raw
      .prepare(query)
      .pluck()
      .all()
      .map((id) => `${what}: ${id}`),
  );

/** Every write leaves one entry in the trail: as many of one as of the other. */
const uneven = (raw: Sqlite.Database, before: Start): string[] => {
  const now = countsIn(raw);
  const kinds = ['vintages', 'notes', 'comments', 'evidence'] as const;
  const written = kinds.reduce((sum, kind) => sum + now[kind] - before[kind], 0);
  const signedIn = raw
    .prepare("select count(*) from audit_entries where subject_kind = 'session'")
    .pluck()
    .get() as number;
  const traced = now.entries - before.entries - signedIn;
  return written === traced ? [] : [`${written} writes have ${traced} entries in the trail`];
};

/** Asks the index to compare itself with the words that it stands for; nothing is written. */
const indexTrouble = (raw: Sqlite.Database): string[] => {
  try {
    raw.exec("insert into search_index (search_index, rank) values ('integrity-check', 1)");
    return [];
  } catch (error) {
    return [`the index of words does not agree with them: ${(error as Error).message}`];
  }
};

/** Everything that is lost, or there in half. */
export const damageIn = (file: string, before: Start, acknowledged: readonly Acknowledged[]): string[] => {
  const raw = new Sqlite(file);
  const found = [...lostIn(raw, acknowledged), ...halvesIn(raw), ...uneven(raw, before), ...indexTrouble(raw)];
  raw.close();
  return found;
};
