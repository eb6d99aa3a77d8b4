import type { DocumentGoal, ReviewDocument } from '@fbs/contract';
import { goalKindLabels, goalKinds, linkageStrengthLabels } from '@fbs/core';
import { type Block, bullets, heading, type Piece, paragraph, strong } from './blocks.ts';
import { objectivePart } from './objective.ts';
import { countsSentence, outlineNote } from './statements.ts';

const linkageItem = (linkage: DocumentGoal['linkages'][number]): Piece[] => {
  const { elementLabel, frameworkTitle, strength, quote, summary } = linkage;
  return [
    strong(elementLabel),
    `, ${linkageStrengthLabels[strength].toLowerCase()} (${frameworkTitle})`,
    quote === null ? '.' : `: “${quote}”.`,
    ...(summary === null ? [] : [` In summary: ${summary}`]),
  ];
};

const kindWords = (kind: string): string => {
  const known = goalKinds.find((candidate) => candidate === kind);
  return known === undefined ? kind : goalKindLabels[known];
};

export const goalPart = (goal: DocumentGoal, document: ReviewDocument): Block[] => [
  heading(1, `Goal ${goal.code}: ${goal.shortName}`, true),
  paragraph('Statement', goal.statement),
  ...outlineNote(goal.statement, goal.outlineStatement),
  paragraph('Normal', strong(`${kindWords(goal.kind)}. `), countsSentence(goal.rollUp)),
  ...(goal.linkages.length === 0
    ? [paragraph('Note', 'This goal is not linked to a framework.')]
    : [paragraph('LeadIn', 'This goal is linked upward to:'), ...bullets(goal.linkages.map(linkageItem))]),
  ...goal.objectives.flatMap((objective) => objectivePart(objective, document)),
];
