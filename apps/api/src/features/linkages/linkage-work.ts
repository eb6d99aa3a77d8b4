import type { EditableLinkage } from '@fbs/contract';
import { type LinkageStrength, type LinkageSubject, linkageSubjectLabels } from '@fbs/core';
import { frameworkRepository, linkageRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { linkageOf } from '../../results/lines.ts';
import { type Facts, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { checkVersion, versionSeen } from '../../versions.ts';

/** What a person says of a linkage. */
export type LinkageInput = {
  readonly subject: { readonly kind: LinkageSubject; readonly code: string };
  readonly framework: string;
  readonly element: string;
  readonly strength: LinkageStrength;
  readonly quote: string | null;
  readonly summary: string | null;
};

export type LinkagePlace = {
  readonly strategy: string;
  readonly linkage: string;
  readonly ifMatch: string | undefined;
};

type Current = NonNullable<Awaited<ReturnType<typeof linkageRepository.findLinkage>>>;

export const factsNow = (queries: Queries, context: Context, strategy: string): Promise<Facts> =>
  loadFacts(queries, strategy, momentOf(undefined, context.clock()));

/** Whether a review was signed while the linkage was there: then its change is a change of what was signed. */
const isSigned = ({ createdAt }: Pick<linkageRepository.LinkageRow, 'createdAt'>, { reviews }: Facts): boolean =>
  [...reviews.values()].some(({ state, at }) => state === 'final' && at >= createdAt);

export const editableOf = (
  row: linkageRepository.LinkageRow & { readonly removedAt?: string | null },
  facts: Facts,
): EditableLinkage => ({
  ...linkageOf(row, facts),
  version: row.version,
  signed: isSigned(row, facts),
  removed: (row.removedAt ?? null) !== null,
});

/** What a linkage joins to its element, by its code. */
export const subjectOf = (
  { subjectKind: kind, subjectId }: Pick<linkageRepository.LinkageWords, 'subjectKind' | 'subjectId'>,
  facts: Facts,
): LinkageInput['subject'] => {
  const subjects = { goal: facts.goals, objective: facts.objectives, indicator: facts.indicators }[kind];
  return { kind, code: subjects.find(({ id }) => id === subjectId)?.code ?? subjectId.slice(0, 40) };
};

export const linkageNow = async (queries: Queries, facts: Facts, id: string): Promise<Current> =>
  required(await linkageRepository.findLinkage(queries, facts.strategy.id, id), 'There is no such linkage.');

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

/** The linkage that a write is about, in the version that the caller saw. @throws DomainError stale, not_found */
export const linkageToChange = async (queries: Queries, context: Context, place: LinkagePlace) => {
  allow(context.actor, 'edit linkages');
  const seen = versionSeen(place.ifMatch);
  const facts = await factsNow(queries, context, place.strategy);
  const current = await linkageNow(queries, facts, place.linkage);
  await checkVersion(seen, current.version, () => editableOf(current, facts));
  return { facts, current };
};

/** @throws DomainError invalid where a signed review holds the linkage and no reason is given */
export const reasonFor = (current: Current, facts: Facts, given: string | null | undefined): string | null => {
  const reason = (given ?? '').trim();
  if (reason === '' && isSigned(current, facts)) {
    throw invalid('/reason', 'This linkage stands in a signed review: say why it changes.');
  }
  return reason === '' ? null : reason;
};

const subjectIdOf = (facts: Facts, { kind, code }: LinkageInput['subject']): string => {
  if (kind === 'indicator') {
    const indicator = facts.indicators.find((each) => each.code === code);
    if (indicator?.definition.status === 'retired') {
      throw invalid('/subject/code', `${code} is retired: link an indicator that is in force.`);
    }
    if (indicator !== undefined) return indicator.id;
  } else {
    const found = (kind === 'goal' ? facts.goals : facts.objectives).find((each) => each.code === code);
    if (found !== undefined) return found.id;
  }
  throw invalid('/subject/code', `There is no ${kind} ${code} in this strategy: choose one from the list.`);
};

const elementIdOf = async (queries: Queries, facts: Facts, { framework, element }: LinkageInput): Promise<string> => {
  const frameworks = await frameworkRepository.listFrameworks(queries, facts.strategy.id);
  const frameworkId = frameworks.find(({ code }) => code === framework)?.id;
  const elements = await frameworkRepository.listFrameworkElements(queries, facts.strategy.id, null);
  const found = elements.find((each) => each.frameworkId === frameworkId && each.code === element);
  if (found !== undefined) return found.id;
  throw invalid('/element', `${framework} has no element ${element}: choose one from the list.`);
};

const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

/** What is to be recorded. @throws DomainError invalid */
export const wordsOf = async (
  queries: Queries,
  facts: Facts,
  input: LinkageInput,
): Promise<linkageRepository.LinkageWords> => ({
  subjectKind: input.subject.kind,
  subjectId: subjectIdOf(facts, input.subject),
  elementId: await elementIdOf(queries, facts, input),
  strength: input.strength,
  quote: blankToNull(input.quote),
  summary: blankToNull(input.summary),
});

/** One linkage joins the same two things. @throws DomainError already_exists */
export const refuseSecond = (facts: Facts, words: linkageRepository.LinkageWords, own: string | null): void => {
  const other = facts.linkages.find(
    (row) => row.id !== own && row.subjectId === words.subjectId && row.elementId === words.elementId,
  );
  if (other === undefined) return;
  const { kind, code } = subjectOf(other, facts);
  const detail = `${linkageSubjectLabels[kind]} ${code} is linked to ${other.elementLabel} already: edit that linkage instead.`;
  throw new DomainError('already_exists', detail, { errors: [{ pointer: '/element', detail }] });
};
