import type { CorrectiveAction } from '@fbs/contract';
import { correctiveActionStateLabels } from '@fbs/core';
import { dayWords, fiscalYearWords, instantDayWords } from '../day-words.ts';
import { type Block, caption, type Paragraph, paragraph, strong, userText } from './blocks.ts';
import { type Cell, type Column, dataTable, line } from './data-table.ts';

const columns: Column[] = [
  { head: 'What', width: 2_220 },
  { head: 'Who', width: 1_560 },
  { head: 'By', width: 1_600 },
  { head: 'State', width: 900 },
  { head: 'Updates', width: 3_368 },
];

const updateParagraphs = ({ updates }: CorrectiveAction): Paragraph[] =>
  updates.length === 0
    ? [paragraph('TableText', 'No update yet')]
    : updates.flatMap(({ year, state, text, person, at, illustrative }) => [
        ...userText(text, {
          style: 'TableText',
          illustrative,
          lead: `${fiscalYearWords(year)}, ${correctiveActionStateLabels[state].toLowerCase()}:`,
        }),
        line(`${person}, ${instantDayWords(at)}`, { style: 'TableSmall' }),
      ]);

const rowOf = (action: CorrectiveAction): Cell[] => [
  [
    ...userText(action.what, { style: 'TableText', illustrative: action.illustrative }),
    ...(action.carried ? [line(`Carried from ${fiscalYearWords(action.openedYear)}`, { style: 'TableSmall' })] : []),
  ],
  action.who,
  dayWords(action.dueOn),
  [line([strong(correctiveActionStateLabels[action.state])])],
  updateParagraphs(action),
];

export const correctiveActionsTable = (code: string, actions: readonly CorrectiveAction[]): Block[] => [
  caption('Table', `Corrective actions of objective ${code}`),
  dataTable(columns, actions.map(rowOf)),
];
