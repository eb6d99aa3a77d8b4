import type { StrategyHead, TreeGoal, TreeObjective, TreeSection } from './strategy-tree.ts';
import type { IndicatorDefinition } from './types.ts';

/** What a file says of a part of a strategy, before it is fitted to our rules; null: the file does not say. */
type SaidPart = {
  readonly identifier: string | null;
  readonly code: string | null;
  /** What our form has no field for, as "Name: text". */
  readonly kept: readonly string[];
};
type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
type PartWords<T> = Nullable<Omit<T, 'id' | 'code' | 'objectives'>>;

export type SaidIndicator = SaidPart & { readonly definition: Partial<IndicatorDefinition> };
export type SaidObjective = SaidPart & PartWords<TreeObjective> & { readonly indicators: readonly SaidIndicator[] };
export type SaidGoal = SaidPart & PartWords<TreeGoal> & { readonly objectives: readonly SaidObjective[] };
export type SaidSection = Omit<TreeSection, 'id'>;
export type SaidStrategy = {
  readonly identifier: string | null;
  readonly kept: readonly string[];
  readonly head: Nullable<StrategyHead>;
  readonly sections: readonly SaidSection[];
  readonly goals: readonly SaidGoal[];
};

/** A part of a file with a code by our rules; `kept` is one text. */
type FilePart = {
  readonly identifier: string | null;
  readonly code: string;
  /** The file gives it no code: it got one by its place, and another place in the same list says nothing. */
  readonly isNumbered: boolean;
  readonly kept: string;
};

export type FileIndicator = FilePart & {
  /** A whole definition: what the file does not say is what a new indicator begins with. */
  readonly definition: IndicatorDefinition;
  /** What of the definition the file says itself; the rest of a recorded one stays as it is. */
  readonly said: readonly (keyof IndicatorDefinition)[];
};
export type FileObjective = FilePart &
  Omit<TreeObjective, 'id' | 'justificationSummary'> & {
    readonly justificationSummary: string | null;
    readonly indicators: readonly FileIndicator[];
  };
export type FileGoal = FilePart &
  Omit<TreeGoal, 'id' | 'kind' | 'objectives'> & {
    readonly kind: TreeGoal['kind'] | null;
    readonly objectives: readonly FileObjective[];
  };

/** A strategy as a file holds it, fitted to our rules: every part has a code, a short name and a statement. */
export type FileStrategy = {
  readonly identifier: string | null;
  readonly kept: string;
  readonly head: Nullable<StrategyHead>;
  readonly sections: readonly SaidSection[];
  readonly goals: readonly FileGoal[];
};

/** Identifiers differ in their first sign and in capitals only by who wrote them: "_AB-1" is "ab-1". */
export const plainIdentifier = (identifier: string): string => identifier.trim().replace(/^_/, '').toLowerCase();

/** What a file with a strategy can be. */
export const strategyFileKinds = [
  'stratml_part_1',
  'stratml_part_2',
  'stratml_report',
  'outline',
  'record',
  'review',
] as const;
export type StrategyFileKind = (typeof strategyFileKinds)[number];

export const strategyFileLabels: Readonly<Record<StrategyFileKind, string>> = {
  stratml_part_1: 'StratML Part 1: a strategic plan',
  stratml_part_2: 'StratML Part 2: a strategic or performance plan',
  stratml_report: 'StratML Part 2: a performance report',
  outline: 'An outline: one part of the strategy a row',
  record: 'The whole record of a strategy, as JSON',
  review: 'An annual review, as JSON',
};
