import { createIndicator, readImportTemplate } from '@fbs/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, entryOf, setTargetOf } from '../../testing/entries.ts';
import { commit, tried } from '../../testing/imports.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { sampleDefinition } from '../../testing/sample-bodies.ts';

const categories = ['in shelters', 'at home, with help', 'Île-de-France', '=1+1', "'quoted'"];

/** A figure with a breakdown, a narrative, one that does not apply, and one without a target on purpose. */
const definitions = {
  '2.2-W': { ...sampleDefinition, disaggregations: [{ dimension: 'place', categories, sumsToTotal: false }] },
  '2.2-X': { ...sampleDefinition, kind: 'narrative' },
  '2.2-Y': sampleDefinition,
  '2.2-Z': sampleDefinition,
} as const;
const codes = Object.keys(definitions) as (keyof typeof definitions)[];

const openOffice = useOffices({
  work: async (office) => {
    const client = await office.signIn('planner');
    for (const [code, definition] of Object.entries(definitions)) {
      await client.ok(createIndicator, { params: { strategy }, body: { code, objective: '2.2', definition } });
    }
  },
});

const figure = fc
  .tuple(fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }), fc.nat(15))
  .map(([signed, places]) => {
    const digits = String(signed < 0n ? -signed : signed).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
    const plain = fraction === '' ? whole : `${whole}.${fraction}`;
    return signed < 0n ? `-${plain}` : plain;
  });

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom('two\nlines', '=2+2', '0', 'N/A', '_x0041_', "'=1"),
  )
  .map((each) => each.trim())
  .filter((each) => each !== '' && !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(each.replaceAll('\n', '')));

const office = fc.record({
  value: figure,
  parts: fc.uniqueArray(fc.tuple(fc.constantFrom(...categories), figure), { selector: ([category]) => category }),
  explanation: text,
  note: text,
  source: text,
  narrative: text,
  rating: fc.constantFrom('above_target', 'on_target', 'improved_target_not_met', 'below_target'),
  notApplicable: text,
  target: figure,
  noTarget: text,
});
type Entered = typeof office extends fc.Arbitrary<infer T> ? T : never;

const enterAll = async (client: Client, each: Entered): Promise<void> => {
  const { value, explanation, note, source } = each;
  const breakdown = each.parts.map(([category, part]) => ({ dimension: 'place', category, value: part }));
  await enter(client, '2.2-W', 2022, { value, explanation, note, source, breakdown });
  await setTargetOf(client, '2.2-Y', 2022, { value: each.target, reason: 'Known by now.' });
  await enter(client, '2.2-X', 2022, { text: each.narrative, chosenRating: each.rating });
  await enter(client, '2.2-Y', 2022, { notApplicable: { reason: each.notApplicable } });
  await setTargetOf(client, '2.2-Z', 2022, { noTarget: { reason: each.noTarget } });
};

const templateOf = async (client: Client, format: 'xlsx' | 'csv', year: number | undefined): Promise<Buffer> =>
  (await client.send(readImportTemplate, { params: { strategy }, querystring: { format, year } })).bytes;

/** Everything that a file carries of an indicator-year. */
const recorded = (client: Client) =>
  Promise.all(
    codes.map(async (code) => {
      const entry = await entryOf(client, code, 2022);
      const { value, breakdown, explanation, note, source, chosenRating, notApplicableReason, target } = entry;
      const parts = [...breakdown].sort((a, b) => a.category.localeCompare(b.category));
      const of = { value: target.value, none: target.noTargetReason };
      return { code, value, parts, explanation, note, source, text: entry.text, chosenRating, notApplicableReason, of };
    }),
  );

const another = async (): Promise<{ office: Office; client: Client }> => {
  const opened = await openOffice();
  return { office: opened, client: await opened.signIn('planner') };
};

it('brings everything that was entered into another office, unchanged to the last digit and letter', async () => {
  await fc.assert(
    fc.asyncProperty(office, fc.constantFrom(2022, undefined), async (each, year) => {
      const [from, to] = [await another(), await another()];
      await enterAll(from.client, each);
      const file = await templateOf(from.client, 'xlsx', year);
      expect((await tried(from.client, file, 'same.xlsx')).counts).toMatchObject({
        inserted: 0,
        changed: 0,
        warned: 0,
        refused: 0,
      });
      await commit(to.client, await tried(to.client, file, 'figures.xlsx'));
      expect(await recorded(to.client)).toEqual(await recorded(from.client));
      const csv = await templateOf(from.client, 'csv', year);
      expect((await tried(to.client, csv)).counts).toMatchObject({ inserted: 0, changed: 0, warned: 0, refused: 0 });
    }),
    { numRuns: 8 },
  );
}, 120_000);

it('takes all of it from a CSV file whose rows name their sheets', async () => {
  const { client } = await another();
  const lines = [
    'sheet,indicator,year,value,dimension,category,text,rating,not applicable,target,no target',
    'Values,2.2-X,2022,,,,Two laws were passed.,on target,,,',
    'Values,2.2-Y,2022,,,,,,The survey was stopped.,,',
    'Values,2.2-Z,2022,7,,,,,Not any more.,,',
    'Values,2.2-W,2022,7,,,A text.,,,,',
    'Targets,2.2-Z,2022,,,,,,,,Nothing to plan for.',
    'Targets,2.2-Y,2022,,,,,,,5,And none.',
    'Breakdowns,2.2-Y,2022,3,place,in shelters,,,,,',
    'Breakdowns,2.2-W,2022,3,place,nowhere,,,,,',
    'Values,2.2-X,2021,,,,A text.,splendid,,,',
    'Values,2.2-X,2020,5,,,,,,,',
  ];
  const detail = await tried(client, new TextEncoder().encode(lines.join('\n')));
  expect(detail.rows.map(({ outcome, sentence }) => `${outcome}: ${sentence}`)).toEqual([
    'inserted: A new value.',
    'inserted: Marked not applicable.',
    expect.stringMatching(/^refused: What is not applicable has nothing else to say/),
    expect.stringMatching(/^refused: 2\.2-W is not a narrative indicator/),
    'inserted: A new target.',
    'refused: Write a target, or why there is none: not both.',
    expect.stringMatching(/^refused: 2\.2-Y has no breakdown by "place"/),
    expect.stringMatching(/^refused: "nowhere" is not a category of place: use one of in shelters/),
    expect.stringMatching(/^refused: "splendid" is not a rating: write one of "Above target"/),
    expect.stringMatching(/^refused: 2\.2-X is a narrative indicator/),
  ]);
  expect(detail.rows[0]).toMatchObject({ before: null, after: 'On target' });
  await commit(client, detail, 'good_rows');
  expect(await entryOf(client, '2.2-X', 2022)).toMatchObject({
    text: 'Two laws were passed.',
    chosenRating: 'on_target',
  });
  expect(await entryOf(client, '2.2-Y', 2022)).toMatchObject({
    state: 'not_applicable',
    notApplicableReason: 'The survey was stopped.',
  });
  expect((await entryOf(client, '2.2-Z', 2022)).target).toMatchObject({ noTargetReason: 'Nothing to plan for.' });
});
