import type { SaidStrategy, StrategyFileKind } from '@fbs/core';

/** What a file says, before it is fitted to our rules. */
export type ReadStrategy = {
  readonly kind: StrategyFileKind;
  readonly said: SaidStrategy;
  /** How it was read where it is not as it should be, in sentences. */
  readonly repairs: readonly string[];
};
