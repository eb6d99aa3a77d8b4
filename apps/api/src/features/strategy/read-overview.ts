import { createHash } from 'node:crypto';
import type { Day, Year } from '@fbs/core';
import { type Queries, reviewSectionRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { keepFacts } from '../../results/kept-facts.ts';
import { keepResults } from '../../results/kept-results.ts';
import { yearOf } from '../../results/lines.ts';
import { type Moment, momentOf } from '../../results/moment.ts';
import { workOut } from '../../results/results.ts';
import { rememberRules } from '../../results/rules.ts';
import { buildOverview } from './build-overview.ts';

export type OverviewBytes = { readonly bytes: Buffer; readonly etag: string };

type Input = { readonly strategy: string; readonly year?: Year | undefined; readonly asOf?: Day | undefined };

/** Works overviews out, each time with little that is new to the last time. */
export const overviewMaker = () => {
  const readFacts = keepFacts();
  const rules = rememberRules();
  const results = keepResults();
  return async (queries: Queries, input: Input, moment: Moment): Promise<OverviewBytes> => {
    const facts = await readFacts(queries, input.strategy, moment);
    const year = yearOf(facts, input.year);
    const review = facts.reviews.get(year);
    const rows = {
      sections: await reviewSectionRepository.listSections(queries, review ? [review.id] : [], moment.until),
    };
    const bytes = Buffer.from(
      JSON.stringify(buildOverview(workOut(facts, rules, moment.until === null ? results : undefined), rows, year)),
    );
    return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"` };
  };
};

/** Different pages kept at the same time: five years as of today, and some past days. */
const keptPages = 64;

/**
 * The overview as bytes, worked out once per state of the data, year and day.
 * It holds nothing that depends on who asks, so everybody shares it.
 */
export const overviewCache = () => {
  const makeOverview = overviewMaker();
  let state: number | undefined;
  const pages = new Map<string, OverviewBytes | Promise<OverviewBytes>>();
  return {
    /** At once where the page is there already. */
    read(context: Context, input: Input): OverviewBytes | Promise<OverviewBytes> {
      allow(context.actor, 'read');
      const moment = momentOf(input.asOf, context.clock());
      const current = context.database.changes();
      if (current !== state || pages.size >= keptPages) pages.clear();
      state = current;
      const key = `${input.strategy} ${input.year} ${moment.asOf} ${moment.today}`;
      const known = pages.get(key);
      if (known !== undefined) return known;
      const page = context.database.read((queries) => makeOverview(queries, input, moment));
      pages.set(key, page);
      const settle = (bytes?: OverviewBytes): void => {
        if (pages.get(key) !== page) return;
        // a refusal is not kept: an unknown strategy may exist a moment later
        if (bytes === undefined) pages.delete(key);
        else pages.set(key, bytes);
      };
      page.then(settle, () => settle());
      return page;
    },
  };
};
