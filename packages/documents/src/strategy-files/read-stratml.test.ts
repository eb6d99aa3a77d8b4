import { existsSync, readFileSync } from 'node:fs';
import type { FileStrategy } from '@fbs/core';
import { expect, test } from 'vitest';
import { readStratml as parse } from '../testing/stratml-structure.ts';
import { readStrategyFile, type StrategyFile } from './read-strategy-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const read = async (text: string | Uint8Array): Promise<StrategyFile> => {
  const answer = await readStrategyFile(typeof text === 'string' ? bytesOf(text) : text);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
};
const refusedBy = async (text: string): Promise<string> => {
  const answer = await readStrategyFile(bytesOf(text));
  return 'refused' in answer ? answer.refused : 'taken';
};

const part2 = (core: string, rest = '') =>
  `<?xml version="1.0"?><s:PerformancePlanOrReport xmlns:s="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan"><s:Name>Plan 2023-2027</s:Name>${rest}<s:StrategicPlanCore>${core}</s:StrategicPlanCore></s:PerformancePlanOrReport>`.replace(
    /<(\/?)([A-Za-z]\w*)(?=[\s>/])/g,
    '<$1s:$2',
  );

const goal = (inside: string) => `<Goal><Name>Protection</Name><Description>Protect.</Description>${inside}</Goal>`;

/** Every text of a file as it was read, identifiers too. */
const wordsOf = (file: FileStrategy): string => JSON.stringify(file).replaceAll('\\n', ' ');
const plain = (text: string): string =>
  JSON.stringify(text).slice(1, -1).replaceAll('\\n', ' ').replace(/\s+/g, ' ').trim();

const lacking = (bytes: Uint8Array, file: FileStrategy): string[] => {
  const held = wordsOf(file).replaceAll('\\t', ' ').replace(/\s+/g, ' ');
  const texts = (node: ReturnType<typeof parse>): string[] => [node.text, ...node.inside.flatMap(texts)];
  return texts(parse(bytes))
    .map((text) => plain(text.replaceAll('\t', ' ')))
    .filter((text) => text !== '' && !held.includes(text));
};

const samples = ['sample-performance-plan.xml', 'sample-performance-report.xml'].flatMap((name) => {
  const file = new URL(`../../../../../shared/standards/stratml/${name}`, import.meta.url);
  return existsSync(file) ? [[name, readFileSync(file)] as const] : [];
});

// the samples lie beside the product where it is made, and not everywhere
test.runIf(samples.length > 0).each(samples)('every text of %s comes in', async (_name, bytes) => {
  const { file } = await read(bytes);
  expect(lacking(bytes, file)).toEqual([]);
});

const wild = part2(
  `<Organization><Name>Office of Rivers</Name><Acronym>OR</Acronym><Stakeholder StakeholderTypeType="Person"><Name>A. Person</Name><Role><Name>Chair</Name></Role></Stakeholder></Organization>
   <Value><Name>Openness</Name><Description>We say what we do.</Description></Value>
   <Vision><Identifier>V-1</Identifier><Description>Clean rivers &amp; lakes</Description></Vision>
   <Goal><SequenceIndicator>Part 7</SequenceIndicator><Description>Only a text here</Description><Identifier>A-1</Identifier>
     <Mood>calm</Mood>
     <Objective><Identifier>_A-1</Identifier><Name>Sampling</Name><SequenceIndicator>b</SequenceIndicator>
       <PerformanceIndicator ValueChainStage="Output_Processing" PerformanceIndicatorType="Quantitative"><MeasurementDimension>Samples</MeasurementDimension><UnitOfMeasurement>%</UnitOfMeasurement>
         <Relationship RelationshipType="Narrower_Than"><ReferentIdentifier>X-9</ReferentIdentifier><Name>Water act</Name></Relationship>
         <MeasurementInstance><TargetResult><NumberOfUnits>75%</NumberOfUnits><StartDate>2023-01-01</StartDate></TargetResult><ActualResult><NumberOfUnits>1,234</NumberOfUnits><Descriptor><DescriptorName>Mood</DescriptorName><DescriptorValue>fine</DescriptorValue></Descriptor></ActualResult></MeasurementInstance>
       </PerformanceIndicator>
       <Objective><Name>Inner</Name><Description>Nested one</Description></Objective>
     </Objective>
     <PerformanceIndicator><MeasurementDimension>Loose one</MeasurementDimension></PerformanceIndicator>
   </Goal>
   <Goal><Name>Second</Name><Description><![CDATA[a < b & c]]></Description></Goal>`,
  '<Submitter><FirstName>Ann</FirstName></Submitter><AdministrativeInformation><StartDate>10/1/2022</StartDate><EndDate>September 30, 2027</EndDate><Source>https://example.org/plan</Source></AdministrativeInformation>',
);

test('a file that is out of order, half empty and strange comes in with every text, and every repair is said', async () => {
  const { file, repairs, kind } = await read(wild);
  expect(kind).toBe('stratml_part_2');
  expect(lacking(bytesOf(wild), file)).toEqual([]);
  expect(file.head).toMatchObject({ organization: 'Office of Rivers', firstYear: 2023, lastYear: 2027 });
  expect(file.head.vision).toBe('Clean rivers & lakes');
  expect(file.goals.map(({ code, shortName }) => [code, shortName])).toEqual([
    ['1', 'Only a text here'],
    ['2', 'Second'],
  ]);
  expect(file.goals[0]?.objectives.map(({ code, shortName }) => [code, shortName])).toEqual([
    ['1.1', 'Sampling'],
    ['1.2', 'Inner'],
    ['1.3', 'Only a text here'],
  ]);
  const [indicator] = file.goals[0]?.objectives[0]?.indicators ?? [];
  expect(indicator).toMatchObject({ code: '1.1-A', definition: { kind: 'percent', level: 'output', section: 'OR' } });
  expect(indicator?.kept).toContain('75%');
  expect(repairs.join('\n')).toMatch(/"Mood" is not part of StratML[\s\S]*"10\/1\/2022" is read as 2022-10-01/);
  expect(repairs).toContain('The identifier "_A-1" of objective 1.1 stands twice or is too long: it gets its own.');
  expect(repairs).toContain('The goal "Part 7" has the code 1 here.');
});

test('both parts, with their namespace, another one, a prefix or none, say the same', async () => {
  const core = goal('<Objective><Name>Services</Name><Description>Serve.</Description></Objective>');
  const files = [
    part2(core),
    `<PerformancePlanOrReport><Name>Plan 2023-2027</Name><StrategicPlanCore>${core}</StrategicPlanCore></PerformancePlanOrReport>`,
    `<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><StrategicPlanCore>${core}</StrategicPlanCore><Name>Plan 2023-2027</Name></StrategicPlan>`,
  ];
  const [first, ...others] = await Promise.all(files.map(async (text) => (await read(text)).file));
  for (const other of others) expect(other).toEqual(first);
  expect(first?.head).toMatchObject({ title: 'Plan 2023-2027', firstYear: 2023, lastYear: 2027 });
});

/** Three elements lead to what stands inside of a goal. */
const levels = (count: number): string => part2(goal(`${'<a>'.repeat(count - 3)}${'</a>'.repeat(count - 3)}`));

test('reads a file of 200 levels', async () => {
  expect((await read(levels(200))).file.goals).toHaveLength(1);
});

test.each([
  ['a document type', `<!DOCTYPE a><StrategicPlan/>`, /DOCTYPE/],
  ['an entity', `<!DOCTYPE a [<!ENTITY b "c">]><StrategicPlan>&b;</StrategicPlan>`, /DOCTYPE/],
  ['an undeclared entity', part2(goal('<OtherInformation>&nbsp;</OtherInformation>')), /entity &nbsp;/],
  ['words alone', 'hello', /neither XML nor JSON/],
  ['no XML', '<StrategicPlan><Goal></StrategicPlan>', /not a whole XML file/],
  ['half a file', part2(goal('')).slice(0, 200), /not a whole XML file/],
  ['201 levels', levels(201), /200 levels/],
  ['no goals', part2(''), /holds no goals/],
  ['a hundred goals', part2(goal('').repeat(100)), /up to 99/],
  [
    '5,001 indicators',
    part2(goal(`<Objective>${'<PerformanceIndicator/>'.repeat(5001)}</Objective>`)),
    /5,001 indicators: a strategy has up to 5,000/,
  ],
  ['nothing', '', /empty/],
  ['other JSON', '{"a":1}', /neither the record of a strategy nor a review/],
  ['half of JSON', '{"a":', /not a whole JSON file/],
])('refuses %s with a sentence', async (_what, text, sentence) => {
  expect(await refusedBy(text)).toMatch(sentence);
});

test('what stands in a comment or in CDATA declares nothing', async () => {
  const text = part2(goal('<OtherInformation><![CDATA[<!DOCTYPE x>]]></OtherInformation>')).replace(
    '<s:Name>',
    '<!-- <!DOCTYPE y> --><s:Name>',
  );
  expect((await read(text)).file.goals[0]?.kept).toBe('Other information: <!DOCTYPE x>');
});

test('a text that is longer than its field is cut there and kept as a whole', async () => {
  const long = 'word '.repeat(5000).trim();
  const { file, repairs } = await read(part2(`<Goal><Name>Long</Name><Description>${long}</Description></Goal>`));
  expect(file.goals[0]?.statement.length).toBeLessThanOrEqual(20_000);
  expect(file.goals[0]?.kept).toBe(`Uncut: ${long}`);
  expect(repairs.join()).toContain('longer than 20,000 characters');
});
