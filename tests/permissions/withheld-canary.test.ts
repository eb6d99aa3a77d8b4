import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import type { AnyInput, Client } from '../../apps/api/src/testing/client.ts';
import {
  allEndpoints,
  type NamedEndpoint,
  paramsOf,
  requiredQuery,
  strategy,
} from '../../apps/api/src/testing/endpoints.ts';
import { enter, giveBack, placed, submit } from '../../apps/api/src/testing/entries.ts';
import { csv, tried } from '../../apps/api/src/testing/imports.ts';
import { type Office, useOffices } from '../../apps/api/src/testing/offices.ts';
import { addFile } from '../../apps/api/src/testing/uploads.ts';
import { addEvidence, readOverview } from '../../packages/contract/src/index.ts';
import { createExportPool } from '../../packages/documents/src/index.ts';

const openOffice = useOffices();
const pool = createExportPool();
afterAll(() => pool.close());
const exports = { ...pool, close: async () => {} };

const year = 2022;
const indicator = '1.2-D';
const returned = '2.2-A';

/** Figures and words that stand nowhere else, each in another part of what one section has not submitted. */
const canaries = {
  figure: '7654.3219',
  explanation: 'Kx81',
  note: 'Kx82',
  source: 'Kx83',
  part: '3456.7891',
  link: 'Kx84',
  address: 'kx85.example.gov',
  fileTitle: 'Kx86',
  fileName: 'kx87.pdf',
  fileContent: 'Kx88',
  mendedFigure: '8765.4321',
  returnNote: 'Kx89',
  importedFigure: '9876.5432',
  importedText: 'Kx90',
} as const;
type Canary = keyof typeof canaries;
const names = Object.keys(canaries) as Canary[];

const grouped = (text: string): string => text.replace(/^(\d)(\d{3})/, '$1,$2');

const foundIn = (text: string): Canary[] =>
  names.filter((name) => text.includes(canaries[name]) || text.includes(grouped(canaries[name])));

type Places = { readonly evidence: string; readonly import: string };

/** A section at work: a draft with all that belongs to it, a value that was given back, and a file that is only tried. */
const work = async (office: Office): Promise<Places> => {
  const contributor = await office.signIn('contributor');
  await enter(contributor, indicator, year, {
    value: canaries.figure,
    explanation: canaries.explanation,
    note: canaries.note,
    source: canaries.source,
    breakdown: [{ dimension: 'sex', category: 'female', value: canaries.part }],
  });
  const link = { title: canaries.link, url: `https://${canaries.address}/records` };
  await contributor.ok(addEvidence, { ...placed(indicator, year), body: link });
  const bytes = Buffer.from(`%PDF-1.7\n${canaries.fileContent}`);
  const file = { name: canaries.fileName, title: canaries.fileTitle, bytes };
  const { id } = await addFile(contributor, indicator, year, file);
  // what was submitted once has been read by everybody; what follows on its return has not
  await enter(contributor, returned, year, { value: '150', explanation: 'Counted anew.' });
  await submit(contributor, returned, year);
  await giveBack(await office.signIn('reviewer'), returned, year, canaries.returnNote);
  await enter(contributor, returned, year, { value: canaries.mendedFigure });
  const row = `4.1-A,${year},${canaries.importedFigure},${canaries.importedText},,,`;
  return {
    evidence: id,
    import: (await tried(contributor, csv(row, `nonsense,${year},${canaries.importedFigure},,,,`))).id,
  };
};

const formats: Readonly<Record<string, readonly string[]>> = {
  exportReview: ['docx', 'xlsx', 'csv', 'json', 'stratml'],
  exportYears: ['docx'],
  readImportTemplate: ['xlsx', 'csv'],
  readFrameworkTemplate: ['xlsx', 'csv'],
};

/** Every way to ask one reading endpoint for what stands around the drafts. */
const inputsOf = ({ name, endpoint }: NamedEndpoint, places: Places): AnyInput[] => {
  const query = endpoint.schema.querystring?.shape ?? {};
  const around = [indicator, returned].map((code) => {
    const objective = code.split('-')[0] ?? '';
    const asked = {
      ...places,
      indicator: code,
      objective,
      year,
      code: endpoint.url.includes('/goals/') ? objective[0] : objective,
    };
    return paramsOf(endpoint, asked);
  });
  const variants: Record<string, unknown>[] = (formats[name] ?? [undefined]).map((format) => ({
    ...requiredQuery({ name, endpoint }),
    ...('year' in query ? { year } : {}),
    ...(format === undefined ? {} : { format }),
  }));
  if ('asOf' in query) variants.push(...variants.map((each) => ({ ...each, asOf: '2026-01-15' })));
  if (name === 'search') variants.push(...names.map((each) => ({ q: canaries[each] })));
  const inputs = around.flatMap((params) => variants.map((querystring) => ({ params, querystring })));
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
};

/** What an answer says: a package of files is taken apart; a search says what it found, not what it was asked. */
const saidIn = (name: string, bytes: Buffer, { querystring }: AnyInput): string => {
  const text = bytes.toString('utf8');
  if (name === 'search') {
    const { total } = JSON.parse(text) as { total?: number };
    return total === 0 || total === undefined ? '' : `${text} ${querystring?.q}`;
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return text;
  const parts = Object.values(unzipSync(bytes));
  return parts.map((part) => Buffer.from(part).toString('utf8')).join('\n');
};

const asking = allEndpoints.filter(({ endpoint }) => endpoint.method === 'GET' && endpoint.url !== '/api/events');

type Told = { readonly asks: number; readonly told: Readonly<Record<string, readonly string[]>> };

/** Where each canary is found by one person, over every reading endpoint. */
const walk = async (client: Client, places: Places, left: readonly string[] = []): Promise<Told> => {
  const told = new Map<Canary, Set<string>>();
  let asks = 0;
  for (const each of asking.filter(({ name }) => !left.includes(name))) {
    for (const input of inputsOf(each, places)) {
      const { bytes, status } = await client.sendAny(each.endpoint, input);
      if (status >= 500) throw new Error(`${each.name} answers ${status}: ${bytes.toString('utf8')}`);
      asks += 1;
      for (const canary of foundIn(saidIn(each.name, bytes, input))) {
        told.set(canary, (told.get(canary) ?? new Set()).add(each.name));
      }
    }
  }
  return { asks, told: Object.fromEntries([...told].map(([canary, where]) => [canary, [...where]])) };
};

/** The papers are the same for everybody: one person takes each of them, and the others the rest. */
const papers = ['exportReview', 'exportYears'];
/** The trail and the whole record are for who answers for them: they hold what every section has typed. */
const trusted = ['readAudit', 'exportAudit', 'exportRecord'];

it('tells nobody outside of a section what it has not submitted, on no page, in no file and by no search', async () => {
  const office = await openOffice({ exports });
  const places = await work(office);
  let asks = 0;
  for (const persona of ['contributor-rpa', 'contributor-peia', 'viewer', 'administrator']) {
    const client = await office.signIn(persona);
    const left = persona === 'contributor-rpa' ? [] : papers;
    const found = await walk(client, places, persona === 'administrator' ? [...left, ...trusted] : left);
    expect({ persona, told: found.told }).toEqual({ persona, told: {} });
    asks += found.asks;
  }
  const nobody = await walk(office.nobody, places);
  expect(nobody.told).toEqual({});
  process.stdout.write(
    `${names.length} canaries, ${asking.length} reading endpoints, ${asks + nobody.asks} answers searched for them\n`,
  );
}, 240_000);

it('tells all of it to the section itself, and to those who answer for every section', async () => {
  const office = await openOffice({ exports });
  const places = await work(office);
  for (const persona of ['contributor', 'planner', 'reviewer']) {
    const { told } = await walk(await office.signIn(persona), places, papers);
    expect({ persona, told: Object.keys(told).sort() }).toEqual({ persona, told: [...names].sort() });
  }
  const { told } = await walk(await office.signIn('administrator'), places, papers);
  expect(
    Object.values(told)
      .flat()
      .filter((name) => !trusted.includes(name)),
  ).toEqual([]);
}, 240_000);

it('takes the source of a context indicator from what is reported alone', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  await enter(planner, '1.1-B', year, { value: '17', source: 'Kx91' });
  for (const persona of ['contributor', 'viewer', 'administrator']) {
    const page = await (await office.signIn(persona)).ok(readOverview, { params: { strategy }, querystring: { year } });
    expect(page.context.map(({ code }) => code)).toContain('1.1-B');
    expect(JSON.stringify(page)).not.toContain('Kx91');
  }
  await submit(planner, '1.1-B', year);
  const page = await planner.ok(readOverview, { params: { strategy }, querystring: { year } });
  expect(page.context.find(({ code }) => code === '1.1-B')).toMatchObject({ source: 'Kx91' });
});

it('tells nothing of it to screens that listen', async () => {
  const office = await openOffice();
  const { cookie } = await office.signIn('contributor-rpa');
  const address = await office.app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${address}/api/events`, { headers: { cookie: String(cookie) } });
  await work(office);
  let heard = '';
  const decoder = new TextDecoder();
  for await (const part of answer.body ?? []) {
    heard += decoder.decode(part, { stream: true });
    if (heard.includes('"evidence"') && heard.includes(returned)) break;
  }
  expect(heard).toContain('event: changed');
  expect(foundIn(heard)).toEqual([]);
});
