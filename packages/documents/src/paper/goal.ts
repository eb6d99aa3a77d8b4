import type { DocumentGoal, ReviewDocument } from '@fbs/contract';
import { goalKindLabels, goalKinds } from '@fbs/core';
import { type Block, bullets, heading, paragraph, strong } from './blocks.ts';
import { linkageItem } from './linkages.ts';
import { objectivePart } from './objective.ts';
import { countsSentence, outlineNote } from './statements.ts';

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
