import { indicatorRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type Facts, type Indicator, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { indicatorOf } from '../../results/present.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { seriesBefore } from './read-earlier-series.ts';

type Place = { readonly strategy: string; readonly indicator: string };
type Input = Place & { readonly predecessor: Place | null; readonly ifMatch: string | undefined };

const refuse = (detail: string): never => {
  throw new DomainError('invalid', detail, { errors: [{ pointer: '/predecessor', detail }] });
};

/** Only what is older and counted alike can be continued; so no series ever leads back to itself. */
const checked = async (queries: Queries, context: Context, own: Facts, indicator: Indicator, place: Place) => {
  const before = await loadFacts(queries, place.strategy, momentOf(undefined, context.clock()));
  const predecessor = indicatorOf(before, place.indicator);
  if (before.strategy.firstYear >= own.strategy.firstYear) {
    return refuse(`${before.strategy.title} does not begin earlier: choose an indicator of an earlier strategy.`);
  }
  const { kind, unit } = indicator.definition;
  if (predecessor.definition.kind !== kind) {
    const words = `${predecessor.code} is a ${predecessor.definition.kind} and ${indicator.code} a ${kind}`;
    return refuse(`${words} (${unit}): choose one that is counted alike.`);
  }
  return predecessor.id;
};

/** @throws DomainError not_allowed, stale, not_found, invalid */
export const setPredecessor = (context: Context, { predecessor, ifMatch, ...place }: Input) =>
  context.database.write(async (queries) => {
    allow(context.actor, 'define indicators');
    const seen = versionSeen(ifMatch);
    const moment = momentOf(undefined, context.clock());
    const own = await loadFacts(queries, place.strategy, moment);
    const indicator = indicatorOf(own, place.indicator);
    const answer = async (version: number) => ({
      version,
      series: await seriesBefore(queries, context, indicator.id, moment),
    });
    await checkVersion(seen, indicator.version, () => answer(indicator.version));
    const before = await indicatorRepository.findPredecessor(queries, indicator.id);
    const id = predecessor === null ? null : await checked(queries, context, own, indicator, predecessor);
    await indicatorRepository.setPredecessor(queries, indicator, id);
    await trace(queries, context, context.clock(), {
      action: id === null ? 'ended the link to an earlier indicator' : 'linked an indicator to an earlier one',
      kind: 'indicator',
      id: indicator.id,
      strategy: place.strategy,
      before: { predecessor: before?.id ?? null },
      after: { predecessor: id },
    });
    return answer(indicator.version + 1);
  });
