import type { GoalKind, LinkageStrength } from '@fbs/core';
import { readSeedJson } from './seed-files.ts';

type Linkage = {
  readonly framework: string;
  readonly element: string;
  readonly strength: LinkageStrength;
  readonly quote?: string;
  readonly summary?: string;
};

type Objective = {
  readonly code: string;
  readonly kind: GoalKind;
  readonly statement: string;
  readonly outline_statement?: string;
  readonly justification_summary: string;
  readonly data_sources: readonly string[];
};

type Goal = {
  readonly code: string;
  readonly kind: GoalKind;
  readonly statement: string;
  readonly outline_statement?: string;
  readonly supports_goals?: readonly string[];
  readonly linkages: readonly Linkage[];
  readonly objectives: readonly Objective[];
};

type Framework = {
  readonly code: string;
  readonly title: string;
  readonly elements: readonly { readonly code: string; readonly label: string; readonly quote?: string }[];
};

type StrategyFile = {
  readonly source: {
    readonly title: string;
    readonly approved_on: string;
    readonly last_updated_on: string;
    readonly marking: string;
  };
  readonly organization: {
    readonly name: string;
    readonly acronym: string;
    readonly parent: string;
    readonly sections: readonly { readonly code: string; readonly name: string; readonly summary: string }[];
  };
  readonly strategy: {
    readonly title: string;
    readonly first_fiscal_year: number;
    readonly last_fiscal_year: number;
    readonly vision: string;
    readonly mission_summary: string;
  };
  readonly frameworks: readonly Framework[];
  readonly goals: readonly Goal[];
};

type ShortNames = {
  readonly goals: Readonly<Record<string, string>>;
  readonly objectives: Readonly<Record<string, string>>;
};

export const readStrategy = (): StrategyFile => readSeedJson<StrategyFile>('fbs-2018-2022.json');

export const readShortNames = (): ShortNames => readSeedJson<ShortNames>('short-names.json');
