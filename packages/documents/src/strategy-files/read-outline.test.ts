import { expect, test } from 'vitest';
import { readStrategyFile } from './read-strategy-file.ts';
import { outlineTemplateCsv, outlineTemplateXlsx } from './write-outline.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array) => {
  const answer = await readStrategyFile(bytes);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
};
const refusedBy = async (text: string) => {
  const answer = await readStrategyFile(bytesOf(text));
  return 'refused' in answer ? answer.refused : 'taken';
};

test('the template reads as the strategy that it shows, as a workbook and as CSV', async () => {
  const [xlsx, csv] = [await read(await outlineTemplateXlsx()), await read(bytesOf(outlineTemplateCsv()))];
  expect(csv).toEqual(xlsx);
  expect(xlsx.file.head).toMatchObject({
    title: 'Functional Bureau Strategy',
    acronym: 'TIP Office',
    missionSummary: 'What the office is for',
    firstYear: 2023,
    lastYear: 2027,
  });
  const [goal] = xlsx.file.goals;
  expect(goal).toMatchObject({ code: '1', kind: 'bureau', statement: 'What goal 1 says' });
  expect(goal?.objectives[0]).toMatchObject({ code: '1.1', justificationSummary: 'Why it was chosen' });
  expect(goal?.objectives[0]?.indicators[0]).toMatchObject({
    code: '1.1-A',
    definition: { unit: 'people', direction: 'increase', section: 'IP', dataSource: 'Reports of partners' },
  });
  expect(xlsx.repairs).toEqual(['3 parts without an identifier of their own: each gets one.']);
});

test('a row finds its parent by name, by code, or by what stands above it', async () => {
  const { file } = await read(
    bytesOf(
      [
        'part,code,parent,name,text,Mood',
        'goal,1,,First,,calm',
        'goal,2,,Second,,',
        'objective,1.1,,By code,,',
        'objective,,1,By name,,',
        'objective,,,By order,,',
        'indicator,,,Count,"=1+1, quoted",',
      ].join('\n'),
    ),
  );
  expect(file.goals.map(({ objectives }) => objectives.map(({ shortName, code }) => `${code} ${shortName}`))).toEqual([
    ['1.1 By code', '1.2 By name'],
    ['2.1 By order'],
  ]);
  expect(file.goals[0]?.kept).toBe('mood: calm');
  expect(file.goals[1]?.objectives[0]?.indicators[0]?.definition).toMatchObject({
    name: 'Count',
    definition: '=1+1, quoted',
  });
});

test.each([
  ['no column of parts', 'code,name\n1,First', /no column "part"/],
  ['two columns of a name', 'part,name,name\ngoal,a,b', /two columns "name"/],
  ['a part that is none', 'part,name\nchapter,First', /Row 2 is of the part "chapter"/],
  ['an objective without a goal', 'part,name\nobjective,First', /Row 2 has no goal above it/],
  ['a parent that is not there', 'part,name,parent\ngoal,First,\nobjective,Second,9', /Row 3 has no goal 9 above it/],
  ['no goals', 'part,name\nstrategy,Plan', /holds no goals/],
])('refuses %s with a sentence', async (_what, text, sentence) => {
  expect(await refusedBy(text)).toMatch(sentence);
});
