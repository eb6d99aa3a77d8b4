import { createHash } from 'node:crypto';
import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { evidence } from '../schema/collaboration.ts';
import { reviewSectionVintages, reviews, snapshots } from '../schema/reviews.ts';
import { auditEntries, settings } from '../schema/service.ts';
import { targets, targetVintages } from '../schema/targets.ts';
import { values, valueVintages } from '../schema/values.ts';
import { startingSettings } from '../seed/public-plan.ts';
import { sealKey } from './service-repository.ts';

/** How many things were looked at, and a sentence for each that is not as it has to be. */
export type Check = { readonly checked: number; readonly findings: readonly string[] };

/** Tables whose rows are added and never changed or removed: triggers refuse both. */
export const onlyAddedTo = [
  ...['audit_entries', 'audit_hashes', 'breakdown_rows', 'breakdowns', 'comment_moves', 'corrective_action_updates'],
  ...['framework_element_vintages', 'indicator_definitions', 'linkage_vintages', 'review_section_vintages'],
  ...['review_vintages', 'setting_vintages', 'snapshots', 'target_vintages', 'value_vintages'],
] as const;

/** A sentence for each of these triggers that is not there, or refuses nothing any more. */
const lostGuards = async (queries: Queries): Promise<string[]> => {
  const rows = await queries
    .select({ name: sql<string>`name` })
    .from(sql`sqlite_master`)
    .where(sql`type = 'trigger' and sql like '%raise(abort%'`);
  const here = new Set(rows.map(({ name }) => name));
  return onlyAddedTo
    .flatMap((table) => [
      { table, name: `${table}_no_update`, from: 'changed' },
      { table, name: `${table}_no_delete`, from: 'removed' },
    ])
    .filter(({ name }) => !here.has(name))
    .map(({ table, name, from }) => `Nothing keeps rows of ${table} from being ${from}: the trigger ${name} is gone.`);
};

/** The database's own look at its pages and at what points to what, and whether what refuses changes is there. */
export const checkFile = async (queries: Queries): Promise<Check> => {
  const damage = await queries
    .select({ message: sql<string>`integrity_check` })
    .from(sql`pragma_integrity_check`)
    .where(sql`integrity_check <> 'ok'`);
  const orphans = await queries
    .select({ table: sql<string>`"table"`, parent: sql<string>`"parent"` })
    .from(sql`pragma_foreign_key_check`);
  const lost = orphans.map(({ table, parent }) => `A row of ${table} belongs to a row of ${parent} that is not there.`);
  const broken = damage.map(({ message }) => `The file is damaged: ${message}.`);
  return { checked: 1, findings: [...broken, ...lost, ...(await lostGuards(queries))] };
};

/** Every setting is what the trail says last of it, or what an office begins with; of the seal it keeps no picture. */
export const checkSettings = async (queries: Queries): Promise<Check> => {
  const rows = await queries.select().from(settings).where(ne(settings.key, sealKey)).orderBy(asc(settings.key));
  const entries = await queries
    .select({ key: auditEntries.subjectId, after: auditEntries.after })
    .from(auditEntries)
    .where(eq(auditEntries.subjectKind, 'setting'))
    .orderBy(asc(auditEntries.id));
  const said = new Map<string, string | null>([
    ...Object.entries(startingSettings).map(([key, value]) => [key, JSON.stringify(value)] as const),
    ...entries.map(({ key, after }) => [key, after] as const),
  ]);
  const findings = rows
    .filter(({ key, value }) => said.get(key) !== value)
    .map(({ key }) => `The setting ${key} was changed past the product: it is not what the trail says of it.`);
  return { checked: rows.length, findings };
};

/** Every signed review: the SHA-256 of its bytes, worked out anew. */
export const checkSnapshots = async (queries: Queries): Promise<Check> => {
  const rows = await queries
    .select({
      year: reviews.year,
      number: snapshots.number,
      document: snapshots.document,
      sha256: snapshots.sha256,
    })
    .from(snapshots)
    .innerJoin(reviews, eq(reviews.id, snapshots.reviewId))
    .orderBy(asc(reviews.year), asc(snapshots.number));
  const findings = rows
    .filter(({ document, sha256 }) => createHash('sha256').update(document).digest('hex') !== sha256)
    .map(({ year, number }) => `The signed review of FY ${year}, version ${number}, is not what was signed.`);
  return { checked: rows.length, findings };
};

/** `is not` tells apart what `<>` calls unknown: something and nothing. */
const differs = (one: unknown, other: unknown) => sql`${one} is not ${other}`;

/** Every value in force is what its latest vintage says. */
export const checkValues = async (queries: Queries): Promise<Check> => {
  const [row] = await queries.select({ count: sql<number>`count(*)` }).from(values);
  const wrong = await queries
    .select({ indicator: values.indicatorId, year: values.year })
    .from(values)
    .leftJoin(
      valueVintages,
      and(
        eq(valueVintages.indicatorId, values.indicatorId),
        eq(valueVintages.year, values.year),
        eq(valueVintages.number, values.version),
      ),
    )
    .where(
      or(
        isNull(valueVintages.id),
        differs(valueVintages.value, values.value),
        differs(valueVintages.text, values.text),
        ne(valueVintages.state, values.state),
      ),
    );
  const findings = wrong.map(({ indicator, year }) => `The value of ${indicator} in FY ${year} has no such vintage.`);
  return { checked: row?.count ?? 0, findings };
};

/** Every target in force is what its latest vintage says. */
export const checkTargets = async (queries: Queries): Promise<Check> => {
  const [row] = await queries.select({ count: sql<number>`count(*)` }).from(targets);
  const wrong = await queries
    .select({ indicator: targets.indicatorId, year: targets.year })
    .from(targets)
    .leftJoin(
      targetVintages,
      and(
        eq(targetVintages.indicatorId, targets.indicatorId),
        eq(targetVintages.year, targets.year),
        eq(targetVintages.number, targets.version),
      ),
    )
    .where(
      or(
        isNull(targetVintages.id),
        differs(targetVintages.value, targets.value),
        differs(targetVintages.low, targets.low),
        differs(targetVintages.high, targets.high),
      ),
    );
  const findings = wrong.map(({ indicator, year }) => `The target of ${indicator} in FY ${year} has no such vintage.`);
  return { checked: row?.count ?? 0, findings };
};

export type KeptFile = { readonly title: string; readonly sha256: string };

/** Files that any version of a review's section names, so every signed review's too; each with the title it had last. */
const listSectionFiles = async (queries: Queries): Promise<KeptFile[]> => {
  const rows = await queries
    .select({ files: reviewSectionVintages.files })
    .from(reviewSectionVintages)
    .where(ne(reviewSectionVintages.files, '[]'))
    .orderBy(asc(reviewSectionVintages.at));
  const named = rows.flatMap(({ files }) => JSON.parse(files) as KeptFile[]);
  return [...new Map(named.map(({ sha256, title }) => [sha256, { title, sha256 }])).values()];
};

/** The files of evidence that have to be beside the database. */
export const listKeptFiles = async (queries: Queries): Promise<KeptFile[]> => {
  const rows = await queries
    .select({ title: evidence.title, sha256: evidence.sha256 })
    .from(evidence)
    .where(eq(evidence.kind, 'file'))
    .orderBy(asc(evidence.at));
  const ofValues = rows.flatMap(({ title, sha256 }) => (sha256 === null ? [] : [{ title, sha256 }]));
  return [...ofValues, ...(await listSectionFiles(queries))];
};

/** Whether a strategy came in from a record, which names files of evidence and carries none. */
export const hasImportedStrategy = async (queries: Queries): Promise<boolean> => {
  const rows = await queries
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'imported a strategy'))
    .limit(1);
  return rows.length > 0;
};
