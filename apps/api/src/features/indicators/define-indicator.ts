import { randomUUID } from 'node:crypto';
import type { IndicatorPage } from '@fbs/contract';
import { type IndicatorDefinition, parseDecimal, type Year } from '@fbs/core';
import { indicatorRepository, planRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { type Facts, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { coveredYear, indicatorOf } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { buildIndicatorPage } from './indicator-page.ts';

type Place = { readonly strategy: string; readonly indicator: string };

const factsNow = (queries: Queries, context: Context, strategy: string): Promise<Facts> =>
  loadFacts(queries, strategy, momentOf(undefined, context.clock()));

const pageOf = async (queries: Queries, context: Context, place: Place): Promise<IndicatorPage> => {
  const facts = await factsNow(queries, context, place.strategy);
  return buildIndicatorPage(queries, workOut(facts), indicatorOf(facts, place.indicator), context);
};

/** The codes an indicator is computed from, directly. */
const partsOf = (definition: IndicatorDefinition): string[] =>
  definition.computed?.kind === 'share'
    ? [definition.computed.numerator.indicator, definition.computed.denominator.indicator]
    : [];

/** @throws DomainError invalid, pointing at the field */
const checkDefinition = async (
  queries: Queries,
  facts: Facts,
  code: string,
  definition: IndicatorDefinition,
): Promise<void> => {
  const refuse = (pointer: string, detail: string): never => {
    throw new DomainError('invalid', detail, { errors: [{ pointer: `/definition/${pointer}`, detail }] });
  };
  const sections = await planRepository.listSections(queries, facts.strategy.id);
  if (!sections.some((section) => section.code === definition.section)) {
    refuse(
      'section',
      `There is no section ${definition.section}: choose one of ${sections.map((section) => section.code).join(', ')}.`,
    );
  }
  for (const part of partsOf(definition)) {
    const source = facts.indicators.find((each) => each.code === part);
    if (source === undefined) refuse('computed', `There is no indicator ${part} to compute from.`);
    if (part === code || source?.definition.computed)
      refuse('computed', `${part} is computed itself: compute from entered indicators only.`);
  }
  for (const [pointer, value] of [
    ['tolerance', definition.tolerance],
    ['baseline', definition.baseline?.value],
  ] as const) {
    if (value != null && parseDecimal(value) === null)
      refuse(pointer, `"${value}" is not a number of up to 15 digits.`);
  }
};

type Create = {
  readonly strategy: string;
  readonly code: string;
  readonly objective: string;
  readonly definition: IndicatorDefinition;
};

/** @throws DomainError already_exists, not_found, invalid, not_allowed */
export const createIndicator = (context: Context, input: Create): Promise<IndicatorPage> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'define indicators');
    const facts = await factsNow(queries, context, input.strategy);
    const code = input.code.trim();
    const objective = required(
      facts.objectives.find((each) => each.code === input.objective),
      `There is no objective ${input.objective} in this strategy.`,
    );
    if (!/^[\w.-]+$/.test(code)) {
      throw new DomainError('invalid', 'A code has letters, digits, dots and hyphens only, for example 1.1-E.', {
        errors: [{ pointer: '/code', detail: 'Use letters, digits, dots and hyphens.' }],
      });
    }
    if (facts.indicators.some((each) => each.code === code)) {
      throw new DomainError('already_exists', `There is an indicator ${code} already: choose another code.`);
    }
    await checkDefinition(queries, facts, code, input.definition);
    const at = context.clock();
    const id = `${input.strategy}/indicator/${code}`;
    await indicatorRepository.addIndicator(queries, {
      id,
      strategyId: input.strategy,
      objectiveId: objective.id,
      code,
      definition: input.definition,
      personId: context.actor.id,
      at,
    });
    await trace(queries, context, at, {
      action: 'defined an indicator',
      kind: 'indicator',
      id,
      strategy: input.strategy,
      before: null,
      after: input.definition,
    });
    return pageOf(queries, context, { strategy: input.strategy, indicator: code });
  });

type Change = Place & {
  readonly ifMatch: string | undefined;
  readonly reason: string;
  /** Only what is to change; what is not sent stays. */
  readonly definition: { readonly [K in keyof IndicatorDefinition]?: IndicatorDefinition[K] | undefined };
};

/** A new version of the definition; the old one stays with the reviews that used it. */
export const changeIndicator = (context: Context, input: Change): Promise<IndicatorPage> => {
  const seen = versionSeen(input.ifMatch);
  return context.database.write(async (queries) => {
    allow(context.actor, 'define indicators');
    const facts = await factsNow(queries, context, input.strategy);
    const indicator = indicatorOf(facts, input.indicator);
    await checkVersion(seen, indicator.version, () => pageOf(queries, context, input));
    if (input.reason.trim() === '') {
      throw new DomainError('invalid', 'Say why the definition changes.', {
        errors: [{ pointer: '/reason', detail: 'Say why the definition changes.' }],
      });
    }
    const changes = Object.fromEntries(Object.entries(input.definition).filter(([, value]) => value !== undefined));
    const definition: IndicatorDefinition = { ...indicator.definition, ...changes };
    await checkDefinition(queries, facts, indicator.code, definition);
    const at = context.clock();
    await indicatorRepository.addDefinition(queries, {
      indicator,
      definition,
      reason: input.reason.trim(),
      personId: context.actor.id,
      at,
    });
    await trace(queries, context, at, {
      action: 'changed a definition',
      kind: 'indicator',
      id: indicator.id,
      strategy: input.strategy,
      before: indicator.definition,
      after: definition,
    });
    return pageOf(queries, context, input);
  });
};

type Note = Place & { readonly year: Year; readonly text: string };

export const writeNote = (context: Context, input: Note) =>
  context.database.write(async (queries) => {
    const facts = await factsNow(queries, context, input.strategy);
    const indicator = indicatorOf(facts, input.indicator);
    allow(context.actor, 'write notes', { section: indicator.definition.section });
    const year = coveredYear(facts, input.year);
    const text = input.text.trim();
    if (text === '')
      throw new DomainError('invalid', 'Write something in the note.', {
        errors: [{ pointer: '/text', detail: 'Write something in the note.' }],
      });
    const at = context.clock();
    const note = { id: randomUUID(), indicatorId: indicator.id, year, text, personId: context.actor.id, at };
    await indicatorRepository.addNote(queries, note);
    await trace(queries, context, at, {
      action: 'wrote a note',
      kind: 'indicator',
      id: indicator.id,
      strategy: input.strategy,
      before: null,
      after: { year, text },
    });
    return { id: note.id, year, text, person: context.actor.name, at, illustrative: false };
  });
