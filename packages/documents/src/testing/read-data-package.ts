import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';

type Field = {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: readonly string[] };
};
type Resource = {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
};
export type DataPackage = {
  readonly name: string;
  readonly description: string;
  readonly resources: readonly Resource[];
};
type Rows = readonly Readonly<Record<string, string>>[];

const patterns: Readonly<Record<string, RegExp>> = {
  string: /(?:)/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  boolean: /^(true|false)$/,
};

const keyOf = (row: Rows[number], fields: readonly string[]): string => JSON.stringify(fields.map((name) => row[name]));

const cellProblem = ({ type, constraints = {} }: Field, cell: string): string | null => {
  if (cell === '') return constraints.required ? 'is empty' : null;
  if (!patterns[type]?.test(cell)) return `"${cell}" is no ${type}`;
  if (constraints.enum !== undefined && !constraints.enum.includes(cell)) return `"${cell}" is not among the words`;
  return null;
};

const resourceProblems = ({ name, schema }: Resource, tables: ReadonlyMap<string, Rows>): string[] => {
  const rows = tables.get(name) ?? [];
  const cells = rows.flatMap((row) =>
    schema.fields.flatMap((field) => {
      const problem = cellProblem(field, row[field.name] ?? '');
      return problem === null ? [] : [`${name}.${field.name} ${problem}`];
    }),
  );
  const keys = rows.map((row) => keyOf(row, schema.primaryKey));
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
  const lost = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const known = new Set((tables.get(reference.resource) ?? []).map((row) => keyOf(row, reference.fields)));
    return rows.filter((row) => !known.has(keyOf(row, fields))).map((row) => `${name} ${keyOf(row, fields)}`);
  });
  return [
    ...cells,
    ...repeated.map((key) => `${name} holds ${key} twice`),
    ...lost.map((row) => `${row} points nowhere`),
  ];
};

/** Opens a folder of CSV files and holds it to its own description: types, words, keys, and where rows point. */
export const readDataPackage = (bytes: Uint8Array) => {
  const files = unzipSync(bytes);
  const description = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array())) as DataPackage;
  const tables = new Map<string, Rows>();
  const problems: string[] = [];
  for (const resource of description.resources) {
    const [head = [], ...lines] = parse(Buffer.from(files[resource.path] ?? []), { bom: true }) as string[][];
    const names = resource.schema.fields.map(({ name }) => name);
    if (JSON.stringify(head) !== JSON.stringify(names)) problems.push(`${resource.path} has other columns`);
    tables.set(
      resource.name,
      lines.map((line) => Object.fromEntries(names.map((name, index) => [name, line[index] ?? '']))),
    );
  }
  problems.push(...description.resources.flatMap((resource) => resourceProblems(resource, tables)));
  return { description, tables, problems, files };
};
