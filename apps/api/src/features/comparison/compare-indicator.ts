import type { ComparedEntry, ComparedIndicator, IndicatorYear } from '@fbs/contract';
import {
  type ComparisonKind,
  type Instant,
  isReported,
  measuresChanged,
  restatementsOf,
  sideChangesOf,
  targetRevisionsOf,
  trendOf,
} from '@fbs/core';
import type { Actor } from '../../context.ts';
import { presentEntry } from '../../results/lines.ts';
import { type Indicator, placeOf } from '../../results/load-facts.ts';
import type { Results } from '../../results/results.ts';
import { figureOfTarget } from '../../results/standing.ts';
import type { Side, Steps } from './load-steps.ts';

export type ComparedSide = Side & { readonly results: Results };

export type Comparing = {
  readonly kind: ComparisonKind;
  readonly from: ComparedSide;
  readonly to: ComparedSide;
  readonly steps: Steps;
  readonly actor: Actor;
};

type Sides = { readonly from: Indicator | undefined; readonly to: Indicator | undefined };

const entryOn = ({ results, year }: ComparedSide, indicator: Indicator | undefined, actor: Actor) =>
  indicator && presentEntry(results.entry(indicator, year), actor, indicator.definition.section);

const presented = (entry: IndicatorYear | undefined): ComparedEntry | null => {
  if (entry === undefined) return null;
  const { year, period, state, value, text, withheld, illustrative, target, rating } = entry;
  const { rating: word, reason, sentence } = rating;
  return {
    year,
    period: period.label,
    state,
    value,
    text,
    withheld,
    illustrative,
    target,
    rating: word,
    reason,
    sentence,
  };
};

/** Over two days only what came between them counts; over two years, all that was known of both. */
const isBetween = ({ kind, from }: Comparing, at: Instant): boolean =>
  kind === 'years' || (from.facts.moment.until !== null && at > from.facts.moment.until);

const placesOf = ({ kind, from, to }: Comparing, id: string) =>
  (kind === 'years' ? [from.year, to.year] : [to.year]).map((year) => ({ year, place: placeOf(id, year) }));

const restatementsBetween = (comparing: Comparing, id: string): ComparedIndicator['restatements'] =>
  placesOf(comparing, id).flatMap(({ year, place }) =>
    restatementsOf(comparing.steps.values.get(place) ?? [])
      .filter(({ at }) => isBetween(comparing, at))
      .map((restatement) => ({ year, ...restatement })),
  );

const revisionsBetween = (comparing: Comparing, id: string): ComparedIndicator['revisions'] =>
  placesOf(comparing, id).flatMap(({ year, place }) =>
    targetRevisionsOf(comparing.steps.targets.get(place) ?? [])
      // each year has its own first target: only over days is it something new
      .filter(({ at, before }) => isBetween(comparing, at) && (before !== null || comparing.kind === 'days'))
      .map((revision) => ({ year, ...revision })),
  );

/** From when to when a change of the definition stands between the sides; over years, between their recorded figures. */
const spanOf = (comparing: Comparing, entries: readonly (IndicatorYear | undefined)[]) => {
  if (comparing.kind === 'days') return { after: comparing.from.facts.moment.until, until: null };
  const [first, second] = entries.flatMap((entry) => entry?.recorded?.at ?? []).toSorted();
  return first === undefined || second === undefined ? null : { after: first, until: second };
};

const definitionsBetween = (
  comparing: Comparing,
  id: string,
  entries: readonly (IndicatorYear | undefined)[],
): ComparedIndicator['definitions'] => {
  const span = spanOf(comparing, entries);
  if (span === null || span.after === null) return [];
  const { after, until } = span;
  const versions = comparing.steps.definitions.get(id) ?? [];
  return versions.flatMap((version, index) => {
    const before = versions[index - 1];
    if (before === undefined || version.at <= after || (until !== null && version.at > until)) return [];
    const parts = measuresChanged(before.definition, version.definition);
    const { number, at, person, reason } = version;
    return parts.length === 0 ? [] : [{ number, at, person, reason, parts }];
  });
};

const differenceOf = ({ from, to }: Sides, before?: IndicatorYear, after?: IndicatorYear) => {
  if (!from || !to || !before || !after || !isReported(before.state) || !isReported(after.state)) return null;
  const { kind, unit, direction } = to.definition;
  const isFigure = kind !== 'milestone' && kind !== 'narrative';
  if (!isFigure || from.definition.kind !== kind || from.definition.unit !== unit) return null;
  return trendOf(after.value, before.value, direction, figureOfTarget(after.target));
};

const wordsOf = ({ code, goal, objective, definition }: Indicator) => {
  const { name, section, role, kind, unit, decimals, computed, direction } = definition;
  return { code, name, goal, objective, section, role, kind, unit, decimals, computed: computed !== null, direction };
};

/** One indicator on both sides, with all that came between them. */
export const compareIndicator = (comparing: Comparing, shown: Indicator, sides: Sides): ComparedIndicator => {
  const before = entryOn(comparing.from, sides.from, comparing.actor);
  const after = entryOn(comparing.to, sides.to, comparing.actor);
  const [from, to] = [presented(before), presented(after)];
  const restatements = restatementsBetween(comparing, shown.id);
  const revisions = revisionsBetween(comparing, shown.id);
  const definitions = definitionsBetween(comparing, shown.id, [before, after]);
  return {
    ...wordsOf(shown),
    from,
    to,
    difference: differenceOf(sides, before, after),
    changes: sideChangesOf({
      kind: comparing.kind,
      from,
      to,
      restatements: restatements.length,
      revisions,
      definitionChanged: definitions.length > 0,
    }),
    restatements,
    revisions,
    definitions,
  };
};
