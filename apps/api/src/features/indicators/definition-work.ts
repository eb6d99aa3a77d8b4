import type { IndicatorPage } from '@fbs/contract';
import { findInDefinition, type IndicatorDefinition } from '@fbs/core';
import { planRepository, type Queries } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type Facts, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { indicatorOf } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';
import { buildIndicatorPage } from './indicator-page.ts';

export type Place = { readonly strategy: string; readonly indicator: string };

export const factsNow = (queries: Queries, context: Context, strategy: string): Promise<Facts> =>
  loadFacts(queries, strategy, momentOf(undefined, context.clock()));

export const pageOf = async (queries: Queries, context: Context, place: Place): Promise<IndicatorPage> => {
  const facts = await factsNow(queries, context, place.strategy);
  return buildIndicatorPage(queries, workOut(facts), indicatorOf(facts, place.indicator), context);
};

type Mend = { readonly pointer: string; readonly detail: string };

/** A refusal that points at every part of the request to mend, and says the first in its sentence. */
export const refuse = (errors: readonly Mend[]): void => {
  const [first] = errors;
  if (first === undefined) return;
  const more = errors.length === 1 ? '' : ` ${errors.length - 1} more to fix: see the errors.`;
  throw new DomainError('invalid', first.detail + more, { errors });
};

/** @throws DomainError invalid, pointing at every field to mend */
export const checkDefinition = async (
  queries: Queries,
  facts: Facts,
  code: string,
  definition: IndicatorDefinition,
): Promise<void> => {
  const sections = await planRepository.listSections(queries, facts.strategy.id);
  const codes = sections.map((section) => section.code);
  const findings = findInDefinition(code, definition, facts.indicators);
  if (!codes.includes(definition.section)) {
    const detail = `There is no section ${definition.section}: choose one of ${codes.join(', ')}.`;
    findings.unshift({ pointer: 'section', detail });
  }
  refuse(findings.map(({ pointer, detail }) => ({ pointer: `/definition/${pointer}`, detail })));
};
