import type { Completeness, CompletenessCounts, OverdueEntry } from '@fbs/contract';
import { completenessOf, type Day, isReported, type Year } from '@fbs/core';
import { peopleRepository, planRepository, reminderRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { inForce, isPerformance, yearOf } from '../../results/lines.ts';
import { type Indicator, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { readResults } from '../../results/read-results.ts';
import type { Results } from '../../results/results.ts';
import { type Asking, byEntry, mayRemind, type Receiver, receiversOf, whyNotAsked } from './missing-entries.ts';

type Input = { readonly strategy: string; readonly year?: Year | undefined; readonly asOf?: Day | undefined };

const countsOf = (results: Results, indicators: readonly Indicator[], year: Year): CompletenessCounts => ({
  indicators: indicators.length,
  ...completenessOf(
    indicators.map((indicator) => {
      const { due, state, dueDay } = results.entry(indicator, year);
      return { due, reported: isReported(state), dueDay };
    }),
  ),
});

const named = ({ id, name }: Receiver) => ({ id, name });

const overdueOf = (results: Results, asking: Asking, indicator: Indicator, year: Year): OverdueEntry => {
  const { state, dueDay } = results.entry(indicator, year);
  const { name, section, owner } = indicator.definition;
  return {
    indicator: indicator.code,
    name,
    goal: indicator.goal,
    section,
    owner,
    dueDay,
    state,
    receivers: receiversOf(asking.people, section).map(named),
    remindedOn: asking.reminders.get(placeOf(indicator.id, year))?.at(-1)?.day ?? null,
    // on a past day nobody is reminded of anything, which the page says once
    lock: results.facts.moment.asOf === null ? whyNotAsked(results, indicator, year) : null,
    rights: { remind: mayRemind(asking, results, indicator, year).map(named) },
  };
};

const ownersOf = (results: Results, indicators: readonly Indicator[], year: Year): Completeness['owners'] => {
  const owners = new Set(indicators.flatMap(({ definition: { owner } }) => (owner === null ? [] : [owner])));
  return [...owners].sort().map((owner) => {
    const own = indicators.filter(({ definition }) => definition.owner === owner);
    return { owner, ...countsOf(results, own, year) };
  });
};

const sectionOf = (results: Results, own: readonly Indicator[], year: Year, row: planRepository.SectionRow) => ({
  code: row.code,
  name: row.name,
  total: countsOf(results, own, year),
  cells: results.facts.goals.map((goal) => {
    const there = own.filter((indicator) => indicator.goal === goal.code);
    return { goal: goal.code, ...countsOf(results, there, year) };
  }),
});

/** The counts are those of the overview: performance indicators in force. */
export const readCompleteness = (context: Context, input: Input): Promise<Completeness> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    const { facts } = results;
    const year = yearOf(facts, input.year);
    const indicators = inForce(facts).filter(isPerformance);
    const asking: Asking = {
      facts,
      people: await peopleRepository.listActivePeople(queries),
      reminders: byEntry(await reminderRepository.listReminders(queries, input.strategy, moment.until)),
      today: moment.today,
      actor: context.actor,
    };
    const sections = await planRepository.listSections(queries, input.strategy);
    const missing = indicators.filter((indicator) => {
      const { due, state } = results.entry(indicator, year);
      return due && !isReported(state);
    });
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      total: countsOf(results, indicators, year),
      goals: facts.goals.map(({ code, shortName }) => ({ code, shortName })),
      sections: sections.map((row) =>
        sectionOf(
          results,
          indicators.filter(({ definition }) => definition.section === row.code),
          year,
          row,
        ),
      ),
      owners: ownersOf(results, indicators, year),
      overdue: missing
        .map((indicator) => overdueOf(results, asking, indicator, year))
        .sort((a, b) => a.dueDay.localeCompare(b.dueDay)),
      mail: context.mailer !== null,
    };
  });
};
