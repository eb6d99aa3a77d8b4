import type { Evidence, EvidencePiece } from '@fbs/contract';
import { evidenceFileKinds, evidenceFileTypes, isReported, permits, refusalSentence, type Year } from '@fbs/core';
import { evidenceRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Facts, type Indicator, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { coveredYear, indicatorOf } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';

export type EvidencePlace = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: Year;
  readonly asOf?: string | undefined;
};

/** The evidence of one indicator-year, and what stands around it. */
export type EvidenceWork = {
  readonly facts: Facts;
  readonly indicator: Indicator;
  readonly rows: readonly evidenceRepository.EvidenceRow[];
  /** Evidence of what is not reported yet tells of a draft: who may not see drafts may not see it. */
  readonly withheld: boolean;
};

export const loadEvidence = async (queries: Queries, context: Context, place: EvidencePlace): Promise<EvidenceWork> => {
  const moment = momentOf(place.asOf, context.clock());
  const facts = await loadFacts(queries, place.strategy, moment);
  const indicator = indicatorOf(facts, place.indicator);
  const { state } = workOut(facts).entry(indicator, place.year);
  const { section } = indicator.definition;
  return {
    facts,
    indicator,
    rows: await evidenceRepository.listEvidence(queries, indicator.id, place.year, moment.until),
    withheld: !isReported(state) && !permits(context.actor, 'see drafts', { section }),
  };
};

/** Who enters an indicator's values adds and removes their evidence. @throws DomainError not_allowed, conflict */
export const loadForChange = async (queries: Queries, context: Context, place: EvidencePlace) => {
  const work = await loadEvidence(queries, context, place);
  const { facts, indicator } = work;
  allow(context.actor, 'enter values', { section: indicator.definition.section });
  const year = coveredYear(facts, place.year);
  const closed = closedOf(facts, indicator, year);
  if (closed !== null) throw new DomainError('conflict', closed.sentence);
  return work;
};

export const pieceOf = ({ rows }: Pick<EvidenceWork, 'rows'>, id: string): evidenceRepository.EvidenceRow =>
  required(
    rows.find((row) => row.id === id),
    'There is no such evidence here; someone may have removed it.',
  );

export const presentPiece = (row: evidenceRepository.EvidenceRow): EvidencePiece => ({
  id: row.id,
  kind: row.kind === 'file' ? 'file' : 'link',
  title: row.title,
  url: row.url,
  fileName: row.fileName,
  fileType: evidenceFileTypes.find((type) => evidenceFileKinds[type].mediaType === row.mediaType) ?? null,
  size: row.size,
  person: row.person,
  at: row.at,
});

export const presentEvidence = (
  { facts, indicator, rows, withheld }: EvidenceWork,
  context: Context,
  year: Year,
): Evidence => {
  const place = { section: indicator.definition.section };
  const mayEnter = permits(context.actor, 'enter values', place);
  const lock =
    closedOf(facts, indicator, year)?.sentence ??
    (mayEnter ? null : refusalSentence('enter values', context.actor, place));
  return {
    asOf: facts.moment.asOf,
    pieces: withheld ? [] : rows.map(presentPiece),
    withheld,
    sizeLimit: facts.settings.evidenceSizeLimit,
    rights: { change: lock === null, lock },
  };
};
