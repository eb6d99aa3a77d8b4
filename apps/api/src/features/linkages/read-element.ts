import type { ElementPage } from '@fbs/contract';
import type { Day, Year } from '@fbs/core';
import { frameworkRepository, linkageRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { inForce, lineOf, rollUpOf, yearOf } from '../../results/lines.ts';
import { type Facts, type Indicator, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { type Results, workOut } from '../../results/results.ts';
import { historyOf } from './element-history.ts';
import { editableOf, subjectOf } from './linkage-work.ts';

type Input = {
  readonly strategy: string;
  readonly framework: string;
  readonly element: string;
  readonly year?: Year | undefined;
  readonly asOf?: Day | undefined;
};

type ElementRow = frameworkRepository.FrameworkElementRow;

/** The elements of one framework in words, each with the code of the one above it. */
export const elementsOf = (rows: readonly ElementRow[]): ElementPage['element'][] => {
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return rows.map(({ code, parentId, level, label, text, quote }) => {
    const parent = parentId === null ? null : (codes.get(parentId) ?? null);
    return { code, parent, level, label, text, quote };
  });
};

const findElement = async (queries: Queries, input: Input, until: string | null) => {
  const frameworks = await frameworkRepository.listFrameworks(queries, input.strategy);
  const elements = await frameworkRepository.listFrameworkElements(queries, input.strategy, until);
  const framework = frameworks.find(({ code }) => code === input.framework);
  const own = elements.filter(({ frameworkId }) => frameworkId === framework?.id);
  const row = own.find(({ code }) => code === input.element);
  const when = input.asOf === undefined ? '' : ` on ${input.asOf}`;
  const sentence = `There is no element ${input.element} in the framework ${input.framework}${when}.`;
  return {
    framework: required(framework, sentence),
    row: required(row, sentence),
    own,
  };
};

const aboveOf = (row: ElementRow, own: readonly ElementRow[]): ElementPage['above'] => {
  const byId = new Map(own.map((each) => [each.id, each]));
  const above: { code: string; label: string }[] = [];
  for (let parent = byId.get(row.parentId ?? ''); parent !== undefined; parent = byId.get(parent.parentId ?? '')) {
    above.unshift({ code: parent.code, label: parent.label });
  }
  return above;
};

/** The linkages to one element, and what they bring: a goal all its indicators, an indicator itself alone. */
const behind = (facts: Facts, elementId: string) => {
  const linkages = facts.linkages.filter((row) => row.elementId === elementId);
  const ids = new Set(linkages.map(({ subjectId }) => subjectId));
  const objectiveIds = new Map(facts.objectives.map(({ code, id }) => [code, id]));
  const goalIds = new Map(facts.goals.map(({ code, id }) => [code, id]));
  const isBehind = ({ id, objective, goal }: Indicator): boolean =>
    ids.has(id) || ids.has(objectiveIds.get(objective) ?? '') || ids.has(goalIds.get(goal) ?? '');
  const indicators = inForce(facts).filter(isBehind);
  const objectives = facts.objectives.filter(
    ({ id, code, goal }) =>
      ids.has(id) || ids.has(goalIds.get(goal) ?? '') || indicators.some(({ objective }) => objective === code),
  );
  const goals = facts.goals.filter(({ id, code }) => ids.has(id) || objectives.some(({ goal }) => goal === code));
  const of = (subjects: readonly string[]) =>
    linkages.filter(({ subjectId }) => subjects.includes(subjectId)).map((row) => editableOf(row, facts));
  return { goals, objectives, indicators, of };
};

const goalsOf = (results: Results, elementId: string, year: Year, context: Context): ElementPage['goals'] => {
  const { goals, objectives, indicators, of } = behind(results.facts, elementId);
  return goals.map((goal) => ({
    code: goal.code,
    shortName: goal.shortName,
    statement: goal.statement,
    linkages: of([goal.id]),
    rollUp: rollUpOf(
      results,
      indicators.filter((indicator) => indicator.goal === goal.code),
      year,
    ),
    objectives: objectives
      .filter((objective) => objective.goal === goal.code)
      .map((objective) => {
        const own = indicators.filter((indicator) => indicator.objective === objective.code);
        return {
          code: objective.code,
          shortName: objective.shortName,
          linkages: of([objective.id, ...own.map(({ id }) => id)]),
          rollUp: rollUpOf(results, own, year),
          indicators: own.map((indicator) => lineOf(results, indicator, year, context.actor)),
        };
      }),
  }));
};

/** What an element of a framework rests on in a year: who links to it in which words, and with which results. */
export const readElement = (context: Context, input: Input): Promise<ElementPage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const facts = await loadFacts(queries, input.strategy, moment);
    const { framework, row, own } = await findElement(queries, input, moment.until);
    const words = elementsOf(own);
    const results = workOut(facts);
    const year = yearOf(facts, input.year);
    const vintages = await linkageRepository.listLinkageVintages(queries, input.strategy, moment.until);
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      framework: { code: framework.code, title: framework.title },
      element: required(words[own.indexOf(row)], 'This element is not in its framework.'),
      above: aboveOf(row, own),
      below: own
        .filter(({ parentId }) => parentId === row.id)
        .map(({ id, code, label, text }) => ({
          code,
          label,
          text,
          linkages: facts.linkages.filter(({ elementId }) => elementId === id).length,
        })),
      rollUp: rollUpOf(results, behind(facts, row.id).indicators, year),
      goals: goalsOf(results, row.id, year, context),
      history: historyOf(vintages, row.id, (vintage) => subjectOf(vintage, facts)),
    };
  });
};
