import type { StrategyHead } from '@fbs/core';
import type { SavedTree, StrategyTree } from './strategies-queries.ts';

/** The words of a strategy as they are typed: years are text until they are sent. */
export type HeadDraft = Omit<StrategyHead, 'firstYear' | 'lastYear'> & {
  readonly firstYear: string;
  readonly lastYear: string;
};

/** A row of the form keeps its key wherever it is moved. */
type Keyed<T> = T & { readonly key: string };
export type SectionDraft = Keyed<SavedTree['sections'][number]>;
export type ObjectiveDraft = Keyed<SavedTree['goals'][number]['objectives'][number]>;
export type GoalDraft = Keyed<
  Omit<SavedTree['goals'][number], 'objectives'> & { readonly objectives: readonly ObjectiveDraft[] }
>;
export type TreeDraft = {
  readonly head: HeadDraft;
  readonly sections: readonly SectionDraft[];
  readonly goals: readonly GoalDraft[];
};

const keyOf = <T extends { readonly id: string | null }>(row: T): Keyed<T> => ({ ...row, key: row.id ?? newKey() });
export const newKey = (): string => crypto.randomUUID();

export const draftOf = (tree: StrategyTree): TreeDraft => {
  const { title, organization, acronym, vision, missionSummary, firstYear, lastYear } = tree;
  return {
    head: {
      ...{ title, organization, acronym, vision, missionSummary },
      firstYear: `${firstYear}`,
      lastYear: `${lastYear}`,
    },
    sections: tree.sections.map(keyOf),
    goals: tree.goals.map((goal) => keyOf({ ...goal, objectives: goal.objectives.map(keyOf) })),
  };
};

/** What is not a year of four digits becomes 0, which no rule takes. */
const yearOf = (text: string): number => (/^\d{4}$/.test(text.trim()) ? Number(text) : 0);

export const headOf = ({ firstYear, lastYear, ...words }: HeadDraft): StrategyHead => ({
  ...words,
  firstYear: yearOf(firstYear),
  lastYear: yearOf(lastYear),
});

const withoutKey = <T extends { readonly key: string }>({ key: _key, ...row }: T): Omit<T, 'key'> => row;

export const treeOf = ({ head, sections, goals }: TreeDraft): SavedTree & StrategyHead => ({
  ...headOf(head),
  sections: sections.map(withoutKey),
  goals: goals.map((goal) => ({ ...withoutKey(goal), objectives: goal.objectives.map(withoutKey) })),
});

/** The list with a row one place up (-1) or down (1); the same list at either end. */
export const moveRow = <Row>(rows: readonly Row[], from: number, by: -1 | 1): readonly Row[] => {
  const row = rows[from];
  const other = rows[from + by];
  if (row === undefined || other === undefined) return rows;
  return rows.map((each, index) => (index === from ? other : index === from + by ? row : each));
};

/** The next number that no code of the list ends with: behind 1.1 and 1.2 comes 1.3. */
export const nextCode = (prefix: string, codes: readonly string[]): string => {
  let number = 1;
  while (codes.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
};
