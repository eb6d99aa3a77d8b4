import type { Database, Queries } from '@fbs/db';
import { keepFacts } from './kept-facts.ts';
import { keepResults } from './kept-results.ts';
import type { Moment } from './moment.ts';
import { type Results, workOut } from './results.ts';
import { rememberRules } from './rules.ts';

type Reading = (queries: Queries, strategyId: string, moment: Moment) => Promise<Results>;

const createReading = (): Reading => {
  const readFacts = keepFacts();
  const rules = rememberRules();
  const kept = keepResults();
  return async (queries, strategyId, moment) => {
    const facts = await readFacts(queries, strategyId, moment);
    return workOut(facts, rules, moment.until === null ? kept : undefined);
  };
};

/** What was read over a database, which every page that is read over it shares. */
const readings = new WeakMap<Database, Reading>();

/**
 * The facts of a strategy with everything that the rules say of them, of which only what changed since the last page is
 * read and worked out anew. For reading works alone: what a write sees may yet be taken back.
 * @throws DomainError not_found where there is no such strategy
 */
export const readResults = (
  { database }: { readonly database: Database },
  ...asked: Parameters<Reading>
): Promise<Results> => {
  const reading = readings.get(database) ?? createReading();
  readings.set(database, reading);
  return reading(...asked);
};
