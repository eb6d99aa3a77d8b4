import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { indicatorDefinition } from './indicator-shapes.ts';
import { problem, refusals } from './problem.ts';
import { evidenceFile, evidenceLink } from './review-shapes.ts';
import { day, decimal, instant, sha256, strategyParams } from './words.ts';

type Column = {
  readonly name: string;
  readonly type: 'text' | 'integer';
  readonly nullable: boolean;
  readonly json: boolean;
};
type Table = { readonly name: string; readonly columns: readonly Column[] };

const recordPerson = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  title: z.string(),
  section: z.string().nullable(),
  illustrative: z.number().int(),
  createdAt: instant,
});

const figures: readonly string[] = ['values.value', 'valueVintages.value', 'breakdownRows.value'];
const targetFigure = /^target(s|Vintages)\.(value|low|high|initialValue|initialLow|initialHigh)$/;

const textOf = (table: string, { name, json }: Column): z.ZodType => {
  const place = `${table}.${name}`;
  if (place === 'indicatorDefinitions.definition') return indicatorDefinition.meta({});
  if (/^reviewSection(s|Vintages)\.evidence$/.test(place)) return z.array(evidenceLink);
  if (/^reviewSection(s|Vintages)\.files$/.test(place)) return z.array(evidenceFile.strict());
  if (name === 'sha256') return sha256;
  if (json) return z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())]);
  if (figures.includes(place) || targetFigure.test(place)) return decimal;
  if (name === 'at' || name.endsWith('At')) return instant;
  if (name === 'dueOn' || name === 'measuredOn' || name === 'approvedOn' || name === 'lastUpdatedOn') return day;
  return z.string();
};

const cellOf = (table: string, column: Column): z.ZodType => {
  const cell = column.type === 'integer' ? z.number().int() : textOf(table, column);
  return column.nullable ? cell.nullable() : cell;
};

const rowOf = ({ name, columns }: Table): z.ZodType =>
  z.strictObject(Object.fromEntries(columns.map((column) => [column.name, cellOf(name, column)])));

/** The whole of a strategy in one file: every row, table by table, with all history. */
export const strategyRecord = (tables: readonly Table[]) =>
  z.strictObject({
    format: z.literal('fbs-strategy-record'),
    formatVersion: z.literal(1),
    strategy: z.string().min(1).max(80),
    latest: instant.nullable().describe('When the latest of its rows was recorded'),
    leftOut: z.array(z.string()).describe('What belongs to an instance and not to the strategy, in sentences'),
    people: z.array(recordPerson).describe('Who stands in it, by name; accounts are not in it'),
    contents: z.strictObject(Object.fromEntries(tables.map((table) => [table.name, z.array(rowOf(table))]))),
  });

/** A schema as others read it: JSON Schema, draft 2020-12. */
export const jsonSchemaOf = (schema: z.ZodType, title: string): object => ({
  title,
  ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
});

export type RecordProblem = { readonly pointer: string; readonly detail: string };

/** Where a file is not as the schema says: the first of them, with the place. */
export const problemsIn = (schema: z.ZodType, value: unknown): RecordProblem[] => {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? [])
    .slice(0, 20)
    .map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message }));
};

const tags = ['exports'] as const;
const file = {
  200: z.union([z.string().meta({ format: 'binary' }), z.record(z.string(), z.unknown())]),
  ...refusals,
  503: problem,
};

export const exportRecord = {
  method: 'GET',
  url: '/api/strategies/:strategy/export/record',
  schema: {
    summary: 'The whole strategy with all history, drafts and comments, as JSON that another instance takes in',
    tags,
    params: strategyParams,
    response: { ...file, 413: problem },
  },
} as const satisfies Endpoint;

export const exportPlan = {
  method: 'GET',
  url: '/api/strategies/:strategy/export/plan',
  schema: {
    summary: 'The strategy as a StratML strategic plan (ANSI/AIIM 22:2017): goals, objectives, indicators and targets',
    tags,
    params: strategyParams,
    response: file,
  },
} as const satisfies Endpoint;
