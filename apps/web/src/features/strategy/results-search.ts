import type { ResultsPage } from '@fbs/contract';
import { attentionKinds, planLists, resultLists } from '@fbs/core';
import type { ListAsked } from '../../panels/results/results-query.ts';

/** What the address of a list may carry beside year and day. */
export type ResultsSearch = {
  readonly list?: ResultsPage['list'] | undefined;
  /** "goal-1", "objective-1.2"; nothing: the whole strategy. */
  readonly of?: string | undefined;
  /** One rank of what needs attention. */
  readonly kind?: NonNullable<ResultsPage['kind']> | undefined;
};

const lists = [...resultLists, ...planLists];

/** Reads an address by hand: what makes no sense counts as not given. */
export const readListAsked = (search: Readonly<Record<string, unknown>>): ListAsked => {
  const list = lists.find((each) => each === search.list) ?? 'indicators';
  const [, place, code] = /^(goal|objective)-(.+)$/.exec(String(search.of ?? '')) ?? [];
  return {
    list,
    goal: place === 'goal' ? code : undefined,
    objective: place === 'objective' ? code : undefined,
    kind: list === 'attention' ? attentionKinds.find((each) => each === search.kind) : undefined,
  };
};
