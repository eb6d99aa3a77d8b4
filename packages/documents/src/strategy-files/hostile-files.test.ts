import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createStrategyFileThread } from '../strategy-file-thread.ts';
import { readStrategyFile } from './read-strategy-file.ts';
import { outlineTemplateXlsx } from './write-outline.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const whole = bytesOf(
  `<StrategicPlan><Name>Plan</Name><StrategicPlanCore>${'<Goal><Name>A &amp; b</Name><Description>c</Description><Objective><Name>d</Name></Objective></Goal>'.repeat(5)}</StrategicPlanCore></StrategicPlan>`,
);
const record = bytesOf(
  JSON.stringify({
    format: 'fbs-strategy-record',
    contents: {
      strategies: [{ id: 'x', title: 'Plan', firstYear: 2023, lastYear: 2027 }],
      goals: [{ id: 'g', code: '1', shortName: 'A', statement: 'B' }],
      objectives: [{ id: 'o', goalId: 'g', code: '1.1', shortName: 'C', statement: 'D' }],
      indicators: [{ id: 'i', objectiveId: 'o', code: '1.1-A' }],
      indicatorDefinitions: [{ indicatorId: 'i', number: 1, definition: { name: 'E' } }],
    },
  }),
);

/** It is read, or refused with a sentence; whatever it is, nothing is thrown. */
const answered = async (bytes: Uint8Array): Promise<boolean> => {
  const answer = await readStrategyFile(bytes);
  return 'refused' in answer ? /\.$/.test(answer.refused) : answer.file.goals.length > 0;
};

const spoiled = (bytes: Uint8Array) =>
  fc
    .record({
      from: fc.nat(bytes.length),
      to: fc.nat(bytes.length),
      noise: fc.uint8Array({ maxLength: 20 }),
      cut: fc.boolean(),
    })
    .map(({ from, to, noise, cut }) => {
      const [start, end] = [Math.min(from, to), Math.max(from, to)];
      return cut ? bytes.slice(0, end) : new Uint8Array([...bytes.slice(0, start), ...noise, ...bytes.slice(end)]);
    });

test('a file that was cut or spoiled is read or refused with a sentence', async () => {
  const workbook = await outlineTemplateXlsx();
  const files = fc.oneof(spoiled(whole), spoiled(record), spoiled(workbook), fc.uint8Array({ maxLength: 400 }));
  await fc.assert(
    fc.asyncProperty(files, async (bytes) => {
      expect(await answered(bytes)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('whatever JSON stands in a record, it is read or refused with a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (contents, goals) => {
      const text = JSON.stringify({
        format: 'fbs-strategy-record',
        contents: [contents, { goals }, { goals: [goals] }][1],
      });
      expect(await answered(bytesOf(text))).toBe(true);
      expect(await answered(bytesOf(JSON.stringify({ format: 'fbs-annual-review', contents })))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const inner = (text: string) => `<StrategicPlan><Goal><Name>${text}</Name></Goal></StrategicPlan>`;

// each takes well under a second alone; the limit leaves room for a machine that does other things too
test.each([
  ['a giant attribute', inner(`<a x="${'y'.repeat(5_000_000)}"/>`)],
  ['very many attributes', inner(`<a ${Array.from({ length: 50_000 }, (_, at) => `x${at}="1"`).join(' ')}/>`)],
  ['levels without end', '<a>'.repeat(1_000_000)],
  ['comments that do not close', inner('<!--'.repeat(500_000))],
  ['CDATA that does not close', inner('<![CDATA['.repeat(500_000))],
  ['declarations that are none', inner('<!x'.repeat(500_000))],
  ['less-than signs', '<'.repeat(2_000_000)],
  ['ampersands', inner('&amp;'.repeat(500_000) + '&'.repeat(500_000))],
  ['words that a date may begin with', inner('Jan '.repeat(500_000))],
  ['brackets', `{${'['.repeat(2_000_000)}`],
  ['one long line of an outline', `part,name\n${'goal,'.repeat(200_000)}`],
  ['names of the machine itself', inner('<__proto__>a</__proto__><constructor>b</constructor>')],
])('%s are answered within bounds', { timeout: 20_000 }, async (_what, text) => {
  const before = performance.now();
  expect(await answered(bytesOf(text))).toBe(true);
  expect(performance.now() - before).toBeLessThan(15_000);
});

const slow = createStrategyFileThread({ timeLimit: 1500 });
const small = createStrategyFileThread({ megabytes: 48 });
afterAll(async () => {
  await slow.close();
  await small.close();
});
const wide = () => bytesOf(inner('<b>hello</b>'.repeat(1_000_000)));

test('a file that takes too long is stopped in its thread', { timeout: 60_000 }, async () => {
  expect(await slow.read(wide())).toEqual({
    refused: 'The file took longer than 1.5 seconds to read: send the strategy alone. Nothing of it was saved.',
  });
});

test('a file that takes too much memory is stopped in its thread, and the next one is read', {
  timeout: 60_000,
}, async () => {
  expect(await small.read(wide())).toMatchObject({ refused: expect.stringMatching(/memory/) });
  expect(await small.read(whole)).toMatchObject({ kind: 'stratml_part_1' });
});
