import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';

/** What stands for the content of every table, by name. */
export type Records = Readonly<Record<string, string>>;

const everybody = [
  'sessions',
  'audit_entries',
  'audit_hashes',
  'counters',
  'mention_receipts',
  'reminders',
  'sign_in_failures',
];
const talk = ['comments', 'comment_moves', 'search_documents'];
const entry = [
  'indicator_values',
  'value_vintages',
  'breakdowns',
  'breakdown_rows',
  'breakdown_totals',
  'notes',
  'evidence',
  'imports',
  'import_changes',
  'import_blocks',
];
const targets = ['targets', 'target_vintages'];
const reviews = [
  'reviews',
  'review_vintages',
  'review_sections',
  'review_section_vintages',
  'corrective_actions',
  'corrective_action_updates',
];
const links = ['linkages', 'linkage_vintages', 'frameworks', 'framework_elements', 'framework_element_vintages'];
const definitions = ['indicators', 'indicator_definitions'];
const accounts = ['people', 'person_roles', 'account_links', 'settings', 'setting_vintages'];
const plan = ['strategies', 'sections', 'goals', 'objectives', 'office_facts'];

/** Which tables a role may change at all; every other has to be as it was. A new table needs a line here. */
export const mayChange: Readonly<Record<string, readonly string[]>> = {
  nobody: everybody,
  viewer: everybody,
  contributor: [...everybody, ...talk, ...entry],
  'contributor-rpa': [...everybody, ...talk, ...entry],
  planner: [...everybody, ...talk, ...entry, ...targets, ...reviews, ...links, ...definitions],
  reviewer: [...everybody, ...talk, 'indicator_values', 'value_vintages', 'notes', ...targets, ...reviews, 'snapshots'],
  administrator: [...everybody, ...talk, ...accounts, ...plan, ...definitions, ...links, ...reviews],
};

/** Of what a contributor may write to, the rows of other sections' indicators. */
const ofOtherSections: Readonly<Record<string, string>> = {
  indicator_values: '*',
  value_vintages: '*',
  breakdowns: '*',
  notes: '*',
  evidence: '*',
};

const hashOf = (raw: Sqlite.Database, query: string, ...values: string[]): string => {
  const hash = createHash('sha256');
  for (const row of raw
    .prepare(query)
    .raw()
    .iterate(...values))
    hash.update(JSON.stringify(row));
  return hash.digest('hex');
};

/** The own section's indicators are left out where one is named. */
export const readRecords = (file: string, section: string | null): Records => {
  const raw = new Sqlite(file, { readonly: true });
  const tables = raw
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'search_index%' and name not like 'sqlite_%'",
    )
    .pluck()
    .all() as string[];
  const found: Record<string, string> = Object.fromEntries(
    tables.map((name) => [name, hashOf(raw, `select * from "${name}" order by rowid`)]),
  );
  for (const name of section === null ? [] : Object.keys(ofOtherSections)) {
    found[`${name} of other sections`] = hashOf(
      raw,
      `select each.* from "${name}" each join indicators on indicators.id = each.indicator_id
       join indicator_definitions definition on definition.indicator_id = indicators.id and definition.number = indicators.definition_number
       where json_extract(definition.definition, '$.section') <> ? order by each.rowid`,
      section ?? '',
    );
  }
  raw.close();
  return found;
};

/** What is not as it was, and had to be. */
export const wrongChanges = (role: string, before: Records, after: Records): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name] && !(mayChange[role] ?? []).includes(name));
