import { expect, test } from 'vitest';
import { historyEvents } from './history-events.ts';
import type { History } from './indicator-queries.ts';

const people = { kind: 'number', decimals: 0, unit: 'people' } as const;

const vintage = (number: number, more: Partial<History['vintages'][number]>): History['vintages'][number] => ({
  number,
  action: 'entered',
  state: 'draft',
  value: '4130',
  text: null,
  difference: null,
  explanation: null,
  note: null,
  source: null,
  verification: null,
  reason: null,
  person: 'Contributor',
  at: `2021-11-0${number}T12:00:00.000Z`,
  illustrative: false,
  withheld: false,
  ...more,
});

const target = (number: number, value: string | null, more = {}): History['targets'][number] => ({
  year: 2021,
  number,
  value,
  low: null,
  high: null,
  noTargetReason: null,
  reason: null,
  afterResult: false,
  person: 'Planner',
  at: `2021-10-0${number}T12:00:00.000Z`,
  illustrative: false,
  ...more,
});

test('values and targets stand in one line of time, newest first', () => {
  const events = historyEvents(
    {
      vintages: [
        vintage(2, { action: 'corrected', value: '4310', difference: '180', reason: 'Digits swapped' }),
        vintage(1, {}),
      ],
      targets: [target(2, '4000', { at: '2021-11-01T18:00:00.000Z', afterResult: true }), target(1, '4200')],
    },
    people,
  );
  expect(events.map(({ figure, words }) => [figure, words])).toEqual([
    ['4,310', 'corrected'],
    [null, 'Target revised from 4,200 to 4,000'],
    ['4,130', 'entered'],
    [null, 'Target set to 4,200'],
  ]);
  expect(events[0]?.details).toEqual(['+180 against the version before', 'Digits swapped']);
  expect(events[1]?.details).toEqual(['Revised after the result was known']);
});

test('an action that does not change the figure says no difference', () => {
  const [event] = historyEvents(
    { vintages: [vintage(2, { action: 'approved', difference: '0' })], targets: [] },
    people,
  );
  expect(event?.details).toEqual([]);
});

test('the source says how it was verified', () => {
  const published = vintage(1, { action: 'published', source: 'TIP Report, 2024 edition', verification: 'secondary' });
  expect(historyEvents({ vintages: [published], targets: [] }, people)[0]?.details).toEqual([
    'Source: TIP Report, 2024 edition (secondary)',
  ]);
});

test('a withheld draft shows that it is there and nothing of it', () => {
  const [event] = historyEvents({ vintages: [vintage(1, { value: null, withheld: true })], targets: [] }, people);
  expect(event).toMatchObject({ figure: null, words: 'A draft that you may not see' });
});

test('no target on purpose keeps its reason', () => {
  const [event] = historyEvents(
    { vintages: [], targets: [target(1, null, { noTargetReason: 'The award ended' })] },
    people,
  );
  expect(event).toMatchObject({ words: 'No target set, on purpose', details: ['The award ended'] });
});
