import { join } from 'node:path';
import { prepareDatabase } from '@fbs/api';
import { type Database, openDatabase } from '@fbs/db';

type Note = (what: string, measured: string, wanted: string, met: boolean) => void;

type SearchBench = {
  readonly folder: string;
  readonly serve: (database: Database) => Promise<{ readonly address: string; readonly close: () => Promise<unknown> }>;
  readonly note: Note;
};

const copies = 66;
const rounds = 10;
const wanted = 20;

/** What people type: single letters on the way to a word, codes, names, words that stand nearly everywhere. */
const queries = [
  't',
  'tr',
  'traff',
  'trafficking vict',
  '1.2',
  '1.2-D-7',
  'the',
  'pandemic',
  'priya',
  'train',
  'jsp 1.3',
];

const numbers = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${copies})`;

/** Every indicator 66 times more, with its figures and their texts, so that 2,010 stand there; none is found alike. */
const copyIndicators = (database: Database): Promise<unknown> =>
  database.write(async (run) => {
    await run.run(`insert into indicators (id, strategy_id, objective_id, code, position, definition_number, version, created_at)
      ${numbers} select id || '-' || n, strategy_id, objective_id, code || '-' || n, position + n * 100, 1, 1, created_at
      from indicators, numbers`);
    await run.run(`insert into indicator_definitions (id, indicator_id, number, definition, reason, person_id, at)
      ${numbers} select id || '-' || n, indicator_id || '-' || n, 1, json_set(definition, '$.name',
        json_extract(definition, '$.name') || ' ' || n), null, person_id, at
      from indicator_definitions, numbers where number = 1`);
    await run.run(`insert into indicator_values (id, version, changed, strategy_id, indicator_id, year, state, value, explanation,
        note, illustrative, restated, person_id, at)
      ${numbers} select id || '-' || n, 1, 0, strategy_id, indicator_id || '-' || n, year, state, value,
        coalesce(explanation, 'Value ' || n || ' as the training offices told it'), note, illustrative, 0, person_id, at
      from indicator_values, numbers where year between 2018 and 2022`);
  });

/** How long people wait for a search in a strategy of 2,000 indicators with explained figures. */
export const measureSearch = async ({ folder, serve, note }: SearchBench): Promise<void> => {
  const database = openDatabase({ file: join(folder, 'search.db'), withinMs: 60_000 });
  await prepareDatabase(database, 'evaluation');
  await copyIndicators(database);
  const { address, close } = await serve(database);
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'contributor' }),
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const q of queries) {
      const began = performance.now();
      const url = `${address}/api/strategies/fbs-2018-2022/search?each=4&q=${encodeURIComponent(q)}`;
      const answer = await fetch(url, { headers: { cookie } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`the search for ${q} was refused: ${answer.status}`);
      // the first round warms up
      if (round > 0) times.push(performance.now() - began);
    }
  }
  await close();
  await database.close();
  times.sort((left, right) => left - right);
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
  const [middle = Number.NaN] = times.slice(Math.floor(times.length / 2));
  note(
    'search among 2,010 indicators, p95',
    `${p95.toFixed(1)} ms (median ${middle.toFixed(1)} ms)`,
    `at most ${wanted} ms`,
    p95 <= wanted,
  );
};
