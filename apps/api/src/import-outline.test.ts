import { createStrategyFileThread } from '@fbs/documents';
import { afterAll, expect, it } from 'vitest';
import { readImportArguments } from './import-arguments.ts';
import { importOutline } from './import-outline.ts';
import { useOffices } from './testing/offices.ts';

const openOffice = useOffices();
const files = createStrategyFileThread();
afterAll(() => files.close());

const outline = [
  'part,code,name,text,unit',
  'goal,1,Protection,Protect those who were harmed,',
  'objective,1.1,Services,Open services in every region,',
  'indicator,1.1-A,Shelters,Shelters that are open,shelters',
].join('\n');
const head = ['--title', 'Next Strategy', '--organization', 'TIP Office', '--acronym', 'TIP'];
const years = ['--first-year', '2023', '--last-year', '2027'];

const openConsole = async () => {
  const office = await openOffice();
  const { database, clock } = office;
  const take = async (text: string, ...args: readonly string[]): Promise<string> => {
    const said: string[] = [];
    const at = { database, clock: clock.now, files, say: (line: string) => said.push(line) };
    await importOutline(at, readImportArguments(['--file', 'plan.csv', ...args]), 'plan.csv', Buffer.from(text));
    return said.join('\n');
  };
  const stands = async () => ({
    strategies: await office.rows('select id, state from strategies order by id'),
    audit: await office.rows('select max(id) as latest from audit_entries'),
  });
  return { office, take, stands };
};

it('shows what a file holds in the sentences of the screen, and saves nothing', async () => {
  const { take, stands } = await openConsole();
  const before = await stands();
  const said = await take(outline, '--dry-run');
  expect(said).toContain('An outline: one part of the strategy a row, with 1 goal, 1 objective and 1 indicator.');
  expect(said).toContain('- 1 indicator of no section that is known here: OFFICE owns them.');
  expect(said).toContain('    1.1 Services\n      1.1-A Shelters (shelters · Number');
  expect(said).toMatch(/\nNothing is saved\.$/);
  expect(await stands()).toEqual(before);
}, 60_000);

it.each([
  ['no name to begin it in', [...head, ...years], 'Say --as and the address of the administrator'],
  ['a name that nobody has', ['--as', 'x@example.gov', ...head, ...years], 'the address x@example.gov'],
  ['who may not', ['--as', 'planner', ...head, ...years], 'Only administrators may manage strategies.'],
  [
    'no years',
    ['--as', 'administrator', ...head],
    '--first-year: Write the first fiscal year in four digits, for example 2023. --last-year: Write the last',
  ],
])(
  'begins nothing with %s',
  async (_what, args, sentence) => {
    const { take, stands } = await openConsole();
    const before = await stands();
    await expect(take(outline, ...args)).rejects.toThrow(sentence);
    expect(await stands()).toEqual(before);
  },
  60_000,
);

it('begins a draft in the name of an administrator, and tells how a newer edition differs from it', async () => {
  const { office, take } = await openConsole();
  const said = await take(outline, '--as', 'administrator', ...head, ...years);
  expect(said).toContain('Began Next Strategy as a draft, tip-2023-2027, in the name of Sam Trudeau');
  const [entry] = await office.rows<{ action: string; person_id: string; after: string }>(
    'select action, person_id, after from audit_entries order by id desc limit 1',
  );
  expect(entry).toMatchObject({ action: 'began a strategy from a file', person_id: 'administrator' });
  expect(JSON.parse(entry?.after ?? '')).toMatchObject({ fileName: 'plan.csv', atConsole: true });
  const newer = outline.replace('Open services', 'Keep services open').replace('shelters', 'houses');
  const compared = await take(newer, '--dry-run', '--into', 'tip-2023-2027');
  expect(compared).toContain('How it differs from Next Strategy:\n- Objective 1.1, Services: Its words change.');
  expect(compared).toContain('"Open services in every region" becomes "Keep services open in every region".');
  expect(await take(outline, '--dry-run', '--into', 'tip-2023-2027')).toContain(
    'It differs in nothing from Next Strategy.',
  );
}, 60_000);
