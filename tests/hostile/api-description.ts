import type { Chance } from './chance.ts';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly description?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
};

type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
};

export type Operation = {
  readonly method: string;
  /** With its parameters in braces, as OpenAPI writes it. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  readonly takesFile: boolean;
  /** Makes papers, reads files or checks every record: held to a time of its own. */
  readonly heavy: boolean;
};

type Described = {
  readonly parameters?: readonly Parameter[];
  readonly tags?: readonly string[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
};

export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

const isHeavy = (path: string, tags: readonly string[]): boolean =>
  tags.includes('exports') || tags.includes('imports') || /\/(template|export|verification|file)$/.test(path);

/** Every endpoint that the service describes, in the order of its description. */
export const operationsOf = ({ paths }: Description): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], tags = [], requestBody }]) => {
      const body = Object.values(requestBody?.content ?? {})[0]?.schema ?? null;
      return {
        method: method.toUpperCase(),
        path,
        parameters,
        body,
        takesFile: body !== null && (body.properties?.file !== undefined || /multipart/.test(body.description ?? '')),
        heavy: isHeavy(path, tags),
      };
    }),
  );

const textFor = (chance: Chance, { pattern, minLength = 0 }: Schema): string => {
  if (pattern?.includes('\\d{4}-\\d{2}') || pattern?.includes('-(?:')) return '2022-06-30';
  if (pattern?.includes('\\d')) return chance.pick(['5', '12.5', '2022']);
  return 'Sound words.'.padEnd(minLength, '.');
};

/** A value that a schema takes, near enough: it only has to get past the first door often. */
export const exampleOf = (chance: Chance, description: Description, schema: Schema, depth = 0): unknown => {
  const go = (part: Schema): unknown => exampleOf(chance, description, part, depth + 1);
  if (schema.$ref !== undefined) {
    const named = description.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
    return named === undefined || depth > 8 ? null : go(named);
  }
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return chance.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return go(chance.pick(choices));
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(go)) as unknown;
  if (schema.properties !== undefined) {
    const kept = Object.entries(schema.properties).filter(
      ([name]) => (schema.required ?? []).includes(name) || chance.yes(50),
    );
    return Object.fromEntries(kept.map(([name, each]) => [name, go(each)]));
  }
  if (schema.type === 'array') return depth > 6 ? [] : [go(schema.items ?? {})];
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 1, chance.pick([1, 2022]));
  if (schema.type === 'boolean') return chance.yes(50);
  if (schema.type === 'null') return null;
  return textFor(chance, schema);
};
