import type { Office } from './offices.ts';

export type AuditRow = {
  readonly at: string;
  readonly person_id: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What was written down since, oldest first; sessions left out. */
export const auditAfter = async (office: Office, id: number): Promise<AuditRow[]> =>
  office.rows<AuditRow>(`select * from audit_entries where id > ${id} and subject_kind <> 'session' order by id`);

export const lastAudit = async (office: Office): Promise<number> => {
  const [row] = await office.rows<{ id: number }>('select max(id) as id from audit_entries');
  return row?.id ?? 0;
};

export const dataVersionOf = async (office: Office): Promise<number> => {
  const [row] = await office.rows<{ value: number }>("select value from counters where name = 'data_version'");
  return row?.value ?? 0;
};

/** Tables that the database only lets rows be added to: of these it is enough to know how many there are. */
const onlyAddedTo = [
  'value_vintages',
  'target_vintages',
  'indicator_definitions',
  'review_vintages',
  'review_section_vintages',
  'corrective_action_updates',
  'snapshots',
  'breakdowns',
  'breakdown_rows',
];

/** Stands for everything that is recorded, but for sessions: to see that nothing was. The index of words follows the rest. */
export const everything = async (office: Office): Promise<string> => {
  const tables = await office.rows<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'search_index%' and name not in ('sessions', 'audit_entries', 'audit_hashes', 'counters', 'sqlite_sequence')",
  );
  const contents = await Promise.all(
    tables.map(({ name }) => office.rows(`select ${onlyAddedTo.includes(name) ? 'count(*)' : '*'} from "${name}"`)),
  );
  const audit = await office.rows("select count(*) from audit_entries where subject_kind <> 'session'");
  return JSON.stringify([tables, contents, audit]);
};
