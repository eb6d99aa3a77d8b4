import { posix } from 'node:path';
import type { Import, SourceFile } from './source-files.ts';

/** Where a file belongs. */
type Area = 'core' | 'contract' | 'documents' | 'db' | 'api' | 'web' | 'tests';

const areas: readonly (readonly [prefix: string, area: Area])[] = [
  ['packages/core/', 'core'],
  ['packages/contract/', 'contract'],
  ['packages/documents/', 'documents'],
  ['db/', 'db'],
  ['apps/api/', 'api'],
  ['apps/web/', 'web'],
  ['tests/', 'tests'],
];

/** The one table of who may import what; tests of an area may also use the tools of testing. */
const allowed: Readonly<Record<Area, readonly RegExp[]>> = {
  core: [/^big\.js$/],
  contract: [/^@fbs\/core$/, /^zod$/],
  documents: [
    /^node:/,
    /^@fbs\/(core|contract)$/,
    /^docx(\/|$)/,
    /^@myriaddreamin\/typst-ts-node-compiler$/,
    /^diff$/,
    /^hucre\/xlsx$/,
    /^csv-(parse|stringify)\/sync$/,
    /^fast-xml-parser$/,
    /^fflate$/,
    /^@resvg\/resvg-js$/,
    /^piscina$/,
    /^react$/,
    /^react-dom\/server$/,
  ],
  db: [/^node:/, /^@fbs\/core$/, /^drizzle-orm(\/|$)/, /^better-sqlite3$/, /^csv-parse\/sync$/],
  api: [
    /^node:/,
    /^@fbs\/(core|contract|db|documents)$/,
    /^fastify(-type-provider-zod)?$/,
    /^nodemailer$/,
    /^@node-rs\/argon2$/,
    /^croner$/,
    /^openid-client$/,
    /^prom-client$/,
    /^@opentelemetry\/(api|exporter-trace-otlp-http|resources|sdk-trace-base)$/,
    /^tar$/,
    /^@fastify\//,
    /^csv-parse\/sync$/,
  ],
  web: [
    /^@fbs\/core$/,
    /^prosemirror-(commands|history|inputrules|keymap|model|schema-list|state|view)$/,
    /^node-diff3$/,
    /^react(-dom)?(\/client)?$/,
    /^@tanstack\/react-(query|router)$/,
    /^recharts$/,
    /^d3-sankey$/,
    /^uqr$/,
  ],
  tests: [/./],
};

const testTools = [
  /^node:/,
  /^vitest$/,
  /^fast-check$/,
  /^@testing-library\//,
  /^fflate$/,
  /^exceljs$/,
  /^fast-xml-parser$/,
  /^xmllint-wasm$/,
  /^oidc-provider$/,
  /^csv-parse\/sync$/,
];
const buildTools = [/^node:/, /^vite$/, /^@vitejs\//, /^drizzle-kit$/, /^vitest\/config$/, /^sass/, /^marked$/];

const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || path.includes('/testing/');
const isBuild = (path: string): boolean =>
  /(^|\/)(vite|vitest|drizzle|playwright)\.config\.ts$/.test(path) ||
  /^apps\/web\/(build-plugins|guide-plugin)\.ts$/.test(path);

const areaOf = (path: string): Area | undefined => areas.find(([prefix]) => path.startsWith(prefix))?.[1];

/** The feature a path belongs to, with its side: "apps/api/src/features/entry". */
const featureOf = (path: string): string | undefined => /^apps\/(?:api|web)\/src\/features\/[^/]+/.exec(path)?.[0];

const packageImport = (file: SourceFile, area: Area, { from, typeOnly }: Import): string | null => {
  if (allowed[area].some((pattern) => pattern.test(from))) return null;
  if (isTest(file.path) && (testTools.some((pattern) => pattern.test(from)) || from === 'zod')) return null;
  if (isBuild(file.path) && buildTools.some((pattern) => pattern.test(from))) return null;
  // the browser takes the words as types alone, so that the schemas stay on the server
  if (area === 'web' && from === '@fbs/contract' && (typeOnly || isTest(file.path))) return null;
  if (area === 'contract' && isTest(file.path)) return null;
  return `${file.path} imports ${from}, which ${area} may not`;
};

const relativeImport = (file: SourceFile, area: Area, { from }: Import): string | null => {
  const target = posix.join(posix.dirname(file.path), from);
  if (areaOf(target) !== area && area !== 'tests') return `${file.path} reaches out of ${area}: ${from}`;
  const [own, other] = [featureOf(file.path), featureOf(target)];
  if (own !== undefined && other !== undefined && own !== other) return `${file.path} imports another feature: ${from}`;
  // panels stand in the screens of several features, so they know none of them
  if (own === undefined && other !== undefined && area === 'web' && !file.path.startsWith('apps/web/src/app/')) {
    return `${file.path} imports a feature from below: ${from}`;
  }
  return null;
};

const vagueNames = ['utils', 'helpers', 'common', 'shared', 'manager', 'misc'];

const nameProblems = ({ path }: SourceFile): string[] =>
  path.split('/').flatMap((part) => {
    const name = part.replace(/(\.(test|spec|config|d))?\.tsx?$/, '');
    if (vagueNames.includes(name)) return [`${path}: "${name}" says nothing`];
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${path}: "${part}" is not kebab-case`];
  });

type TextRule = { readonly where: RegExp; readonly what: RegExp; readonly why: string; readonly inTests: boolean };

const textRules: readonly TextRule[] = [
  {
    // The browser's own database has transactions of the same name.
    where: /^(?!apps\/web\/)/,
    what: /\.transaction\(/,
    why: 'commits after its own rollback on better-sqlite3: use Database.write',
    inTests: true,
  },
  {
    where: /^db\/src\/repositories\//,
    what: /\)\s*\.(get|all|run)\(/,
    why: 'only builders that are awaited run on both engines',
    inTests: true,
  },
  {
    where: /^packages\/core\/src\//,
    what: /Date\.now|new Date\(\)|Math\.random|process\./,
    why: 'rules have no clock, no chance and no surroundings',
    inTests: false,
  },
  { where: /^(?!db\/|tests\/)/, what: /from 'drizzle-orm|\bsql`/, why: 'SQL lives in db alone', inTests: true },
  { where: /./, what: /@ts-ignore|biome-ignore|: any\b|\bas any\b/, why: 'switches a check off', inTests: true },
];

const textProblems = (file: SourceFile): string[] =>
  textRules
    .filter(
      ({ where, what, inTests }) => where.test(file.path) && what.test(file.text) && (inTests || !isTest(file.path)),
    )
    .map(({ what, why }) => `${file.path} contains ${what.source}: ${why}`);

/** Everything in a file that breaks the architecture, in sentences. */
export const problemsOf = (file: SourceFile): string[] => {
  const area = areaOf(file.path);
  if (area === undefined) return [`${file.path} belongs nowhere`];
  const imports = file.imports.map((each) =>
    each.from.startsWith('.') ? relativeImport(file, area, each) : packageImport(file, area, each),
  );
  return [...imports.filter((problem) => problem !== null), ...nameProblems(file), ...textProblems(file)];
};
