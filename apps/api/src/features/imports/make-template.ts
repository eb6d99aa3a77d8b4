import { permits, ratingLabels, whyNoTarget, type Year } from '@fbs/core';
import { breakdownRepository, type Queries } from '@fbs/db';
import {
  type ImportTemplate,
  type TemplateBreakdown,
  type TemplateTarget,
  type TemplateValue,
  templateToCsv,
  templateToXlsx,
} from '@fbs/documents';
import type { Actor } from '../../context.ts';
import { type Facts, type Indicator, placeOf } from '../../results/load-facts.ts';
import { coveredYear } from '../../results/present.ts';
import { factsAt } from './import-work.ts';
import type { ThreadWork } from './thread-task.ts';

export type MakeTemplate = { readonly format: 'xlsx' | 'csv'; readonly year?: Year | undefined };

export type TemplateFile = { readonly name: string; readonly bytes: Uint8Array };

type Cells = { readonly facts: Facts; readonly years: readonly Year[]; readonly indicators: readonly Indicator[] };

const placesOf = ({ indicators, years }: Cells) =>
  indicators.flatMap((indicator) => years.map((year) => ({ indicator, year })));

const valuesOf = (cells: Cells): TemplateValue[] =>
  placesOf(cells).map(({ indicator, year }) => {
    const row = cells.facts.values.get(placeOf(indicator.id, year));
    const { name, unit } = indicator.definition;
    return {
      indicator: indicator.code,
      name,
      unit,
      year,
      value: row?.value ?? null,
      text: row?.text ?? null,
      rating: row?.chosenRating == null ? null : ratingLabels[row.chosenRating],
      notApplicable: row?.notApplicableReason ?? null,
      explanation: row?.explanation ?? null,
      note: row?.note ?? null,
      source: row?.source ?? null,
    };
  });

const targetsOf = (cells: Cells): TemplateTarget[] =>
  placesOf(cells)
    .filter(({ indicator }) => whyNoTarget(indicator.definition) === null)
    .map(({ indicator, year }) => {
      const row = cells.facts.targets.get(placeOf(indicator.id, year));
      return {
        indicator: indicator.code,
        name: indicator.definition.name,
        year,
        target: row?.value ?? null,
        low: row?.low ?? null,
        high: row?.high ?? null,
        noTarget: row?.noTargetReason ?? null,
      };
    });

const breakdownsOf = async (queries: Queries, cells: Cells): Promise<TemplateBreakdown[]> => {
  const idOf = (indicator: Indicator, year: Year) => cells.facts.values.get(placeOf(indicator.id, year))?.breakdownId;
  const ids = placesOf(cells).flatMap(({ indicator, year }) => idOf(indicator, year) ?? []);
  const rows = await breakdownRepository.listBreakdownRows(queries, ids);
  return placesOf(cells).flatMap(({ indicator, year }) => {
    const recorded = rows.get(idOf(indicator, year) ?? '') ?? [];
    const known = new Map(recorded.map((row) => [`${row.dimension}\n${row.category}`, row.value]));
    return indicator.definition.disaggregations.flatMap(({ dimension, categories }) =>
      categories.map((category) => ({
        indicator: indicator.code,
        name: indicator.definition.name,
        year,
        dimension,
        category,
        value: known.get(`${dimension}\n${category}`) ?? null,
      })),
    );
  });
};

/** The indicators whose values the person may enter; nobody else's drafts are in the file. */
const enterable = (facts: Facts, actor: Actor): Indicator[] =>
  facts.indicators.filter(
    ({ definition: { section, computed, status } }) =>
      computed === null && status !== 'retired' && permits(actor, 'enter values', { section }),
  );

/** A spreadsheet to fill in, with what is recorded already. */
export const makeTemplate = async (
  { database, actor, strategy, at }: ThreadWork,
  { format, year }: MakeTemplate,
): Promise<TemplateFile> => {
  const template = await database.read(async (queries): Promise<ImportTemplate> => {
    const facts = await factsAt(queries, at, strategy);
    const { firstYear, lastYear, title } = facts.strategy;
    const all = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
    const years = year === undefined ? all : [coveredYear(facts, year)];
    const cells: Cells = { facts, years, indicators: enterable(facts, actor) };
    return {
      title,
      values: valuesOf(cells),
      targets: permits(actor, 'set targets') ? targetsOf(cells) : [],
      breakdowns: await breakdownsOf(queries, cells),
    };
  });
  const name = `FBS-${year === undefined ? 'all-years' : `FY${year}`}.${format}`;
  const bytes = format === 'csv' ? new TextEncoder().encode(templateToCsv(template)) : await templateToXlsx(template);
  return { name, bytes };
};
