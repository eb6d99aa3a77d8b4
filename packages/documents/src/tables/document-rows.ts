import type { DocumentGoal, DocumentIndicator, DocumentObjective, ReviewDocument } from '@fbs/contract';

/** An indicator with its place in the strategy. */
export type PlacedIndicator = {
  readonly goal: DocumentGoal;
  readonly objective: DocumentObjective;
  readonly indicator: DocumentIndicator;
};

export const objectivesOf = (document: ReviewDocument): { goal: DocumentGoal; objective: DocumentObjective }[] =>
  document.goals.flatMap((goal) => goal.objectives.map((objective) => ({ goal, objective })));

export const indicatorsOf = (document: ReviewDocument): PlacedIndicator[] =>
  objectivesOf(document).flatMap(({ goal, objective }) =>
    objective.indicators.map((indicator) => ({ goal, objective, indicator })),
  );

/** Every version of every year's value, oldest year first, newest version first. */
export const vintagesOf = ({ goals, year }: ReviewDocument) =>
  goals
    .flatMap(({ objectives }) => objectives.flatMap(({ indicators }) => indicators))
    .flatMap(({ code, vintages, earlierVintages = [] }) =>
      [...earlierVintages, ...vintages.map((each) => ({ year, ...each }))].map((vintage) => ({ code, ...vintage })),
    );

export const breakdownsOf = ({ goals, year }: ReviewDocument) =>
  goals
    .flatMap(({ objectives }) => objectives.flatMap(({ indicators }) => indicators))
    .flatMap(({ code, breakdown, earlierBreakdowns = [] }) =>
      [...earlierBreakdowns, ...breakdown.map((each) => ({ year, ...each }))].map((row) => ({ code, ...row })),
    );

export type DocumentLinkage = NonNullable<ReviewDocument['linkages']>[number];

/** Reviews that were signed before all linkages were kept hold those of the goals alone. */
export const linkagesOf = ({ linkages, goals }: ReviewDocument): readonly DocumentLinkage[] =>
  linkages ??
  goals.flatMap(({ code, linkages: own }) =>
    own.map((linkage, index) => ({
      id: `goal ${code}, ${index + 1}`,
      subject: { kind: 'goal' as const, code },
      ...linkage,
    })),
  );

/** What a review that was signed before it was kept does not hold, in sentences. */
export const notHeldBy = (document: ReviewDocument): string[] => {
  const indicators = indicatorsOf(document);
  const sentences: string[] = [];
  if (indicators.some(({ indicator }) => indicator.earlierVintages === undefined)) {
    sentences.push(`This signed version holds the vintages of FY ${document.year} alone, not those of earlier years.`);
  }
  if (indicators.some(({ indicator }) => indicator.earlierBreakdowns === undefined)) {
    sentences.push(
      `This signed version holds the breakdowns of FY ${document.year} alone, not those of earlier years.`,
    );
  }
  if (document.linkages === undefined) {
    sentences.push('This signed version holds the linkages of goals alone, not those of objectives and indicators.');
  }
  return sentences;
};
