import type { DocumentGoal, ReviewDocument } from '@fbs/contract';
import { fiscalYearWords } from '../day-words.ts';
import { type Block, heading, paragraph } from './blocks.ts';
import { countsSentence, isWritten, textOr } from './statements.ts';

const jspParagraphs = ({ jsp, strategy }: ReviewDocument): Block[] => {
  if (jsp === null) return [];
  const source = `${jsp.label}, as quoted in: ${strategy.source.title}`;
  const wording = isWritten(jsp.text) ? [paragraph('QuoteSource', `In the plan itself: “${jsp.text}”`)] : [];
  return [paragraph('Quote', `“${jsp.quote}”`), paragraph('QuoteSource', source), ...wording];
};

const linkedSentence = (goals: readonly DocumentGoal[], element: string): string => {
  const linked = goals.filter((goal) => goal.linkages.some((linkage) => linkage.elementLabel === element)).length;
  if (linked === goals.length) return `Every goal is linked to ${element}.`;
  return linked === 0 ? `No goal is linked to ${element}.` : `Of its goals, ${linked} are linked to ${element}.`;
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const lineOfSight = ({ goals, jsp }: ReviewDocument): Block[] => {
  const objectives = goals.flatMap((goal) => goal.objectives);
  const indicators = objectives.flatMap((objective) => objective.indicators);
  const performance = indicators.filter((indicator) => indicator.definition.role === 'performance').length;
  const parts = `${counted(goals.length, 'goal')} and ${counted(objectives.length, 'objective')}`;
  const size = `The strategy holds ${parts}, measured by ${counted(performance, 'performance indicator')}.`;
  return [paragraph('Normal', jsp === null ? size : `${size} ${linkedSentence(goals, jsp.label)}`)];
};

/** What the strategy is for, and the words that join it to the plan above it. */
export const strategyAndLinkage = (document: ReviewDocument): Block[] => {
  const { strategy, year } = document;
  return [
    heading(1, 'Strategy and linkage', true),
    ...(isWritten(strategy.vision)
      ? [paragraph('Normal', `The vision of the ${strategy.title}: “${strategy.vision}”.`)]
      : []),
    ...lineOfSight(document),
    heading(2, document.jsp === null ? 'Joint Strategic Plan' : document.jsp.label),
    ...jspParagraphs(document),
    heading(3, `Linkage statement, ${fiscalYearWords(year)}`),
    ...textOr(document.jspStatement, 'The linkage statement is not written yet.'),
  ];
};

export const summary = (document: ReviewDocument): Block[] => [
  heading(1, 'Summary'),
  paragraph('Verdict', countsSentence(document.rollUp)),
  ...textOr(document.summary, 'The summary is not written yet.'),
];
