import { directionLabels, indicatorKindLabels, indicatorLevelLabels, periodBasisLabels } from '@fbs/core';
import { writeCsv } from '../imports/csv-adapter.ts';
import { writeWorkbook } from '../imports/xlsx-adapter.ts';
import { type OutlineColumn, outlineColumns, outlineParts } from './outline-columns.ts';

type Line = Readonly<Partial<Record<OutlineColumn, string>>>;

const example: readonly Line[] = [
  { part: 'strategy', name: 'Functional Bureau Strategy', period: '2023-2027', text: 'The vision of the strategy' },
  { part: 'organization', code: 'TIP Office', name: 'Office to Monitor and Combat Trafficking in Persons' },
  { part: 'mission', name: 'Mission', text: 'What the office is for' },
  { part: 'section', code: 'IP', name: 'International Programs', text: 'What the section does' },
  { part: 'goal', code: '1', name: 'Protection', text: 'What goal 1 says', kind: 'Bureau goal' },
  {
    part: 'objective',
    code: '1.1',
    parent: '1',
    name: 'Services',
    text: 'What objective 1.1 says',
    why: 'Why it was chosen',
  },
  {
    ...{ part: 'indicator', code: '1.1-A', parent: '1.1', name: 'Survivors who got services', unit: 'people' },
    ...{ text: 'Who is counted, and who is not', kind: 'Number', direction: 'Higher is better', level: 'Output' },
    ...{ period: 'Fiscal year (FY)', section: 'IP', source: 'Reports of partners' },
  },
];

const listed = (labels: Readonly<Record<string, string>>): string => Object.values(labels).join(', ');

const guide: readonly string[] = [
  'The sheet Outline is read; this one is not. Keep the names of the columns in the first row.',
  `One row is one part. The column "part" says which: ${outlineParts.join(', ')}.`,
  '"parent" names the code of the part above; left empty, the code or the order of the rows says it.',
  '"identifier" is what another system calls the part: a later edition finds the part again by it.',
  'The strategy: its title in "name", its vision in "text", its years in "period", for example 2023-2027.',
  'The organization: its short name in "code". The mission: its words in "text".',
  `Of an indicator, "kind" is one of: ${listed(indicatorKindLabels)}.`,
  `"direction" is one of: ${listed(directionLabels)}.`,
  `"level" is one of: ${listed(indicatorLevelLabels)}; "period" one of: ${listed(periodBasisLabels)}.`,
  'Other columns are kept as words of their part. The upload first shows the whole tree, and changes nothing.',
];

const rows = (): string[][] => [
  [...outlineColumns],
  ...example.map((line) => outlineColumns.map((column) => line[column] ?? '')),
];

/** An outline to fill in, with a guide. */
export const outlineTemplateXlsx = (): Promise<Uint8Array> => {
  const widths = [13, 36, 12, 9, 50, 30, 24, 14, 14, 20, 12, 20, 10, 30];
  const choices = {
    0: outlineParts,
    9: Object.values(directionLabels),
    10: Object.values(indicatorLevelLabels),
    11: Object.values(periodBasisLabels),
  };
  return writeWorkbook('Outline of a strategy', [
    { name: 'Outline', rows: rows(), numbers: [], widths, choices },
    { name: 'Guide', rows: guide.map((line) => [line]), numbers: [], widths: [110], choices: {} },
  ]);
};

export const outlineTemplateCsv = (): string => writeCsv(rows());
