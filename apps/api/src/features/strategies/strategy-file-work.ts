import type { StrategyFileAnswer } from '@fbs/contract';
import {
  definitionWords,
  type FileIndicator,
  type FileStrategy,
  indicatorsOf,
  type NowIndicator,
  type NowStrategy,
  objectivesOf,
  type StrategyHead,
} from '@fbs/core';
import {
  indicatorRepository,
  linkageRepository,
  originRepository,
  type Queries,
  targetRepository,
  valueRepository,
} from '@fbs/db';
import { identifierOf, type StrategyFile, type StrategyFileThread, ThreadBusy } from '@fbs/documents';
import { DomainError } from '../../domain-error.ts';
import { Upload } from '../../plugins/uploads.ts';
import { treeNow } from './strategies-work.ts';

export const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

/** @throws DomainError invalid where there is no file or it cannot be read, unavailable where too many wait */
export const readUpload = async (
  files: StrategyFileThread,
  file: unknown,
): Promise<StrategyFile & { readonly fileName: string }> => {
  if (!(file instanceof Upload)) {
    throw invalid('/file', 'Choose a file with a strategy: StratML, an outline as .xlsx or .csv, or our own JSON.');
  }
  const read = await files.read(file.bytes).catch((error: unknown) => {
    throw error instanceof ThreadBusy ? new DomainError('unavailable', error.message) : error;
  });
  if ('refused' in read) throw invalid('/file', read.refused);
  return { ...read, fileName: file.name.replace(/^.*[\\/]/, '').slice(0, 120) || 'file' };
};

type Held = { readonly figures: ReadonlySet<string>; readonly formulas: ReadonlySet<string> };

/** What figures are recorded for, and what a formula counts with, keeps its place. */
const heldOf = ({ figures, formulas }: Held, { id, code }: { readonly id: string; readonly code: string }) => {
  if (figures.has(id)) return `${code} has targets or values: it keeps its place and is not retired here.`;
  if (formulas.has(code)) return `${code} is part of a formula: it keeps its place and is not retired here.`;
  return null;
};

const formulaCodes = (indicators: readonly indicatorRepository.IndicatorRow[]): ReadonlySet<string> =>
  new Set(
    indicators.flatMap(({ code, definition: { computed } }) => {
      if (computed === null) return [];
      return computed.kind === 'share' ? [code, computed.numerator.indicator, computed.denominator.indicator] : [code];
    }),
  );

/** A strategy as it is recorded, for comparing it with a file. @throws DomainError not_found */
export const strategyNow = async (queries: Queries, strategy: string) => {
  const tree = await treeNow(queries, strategy);
  const rows = await indicatorRepository.listIndicators(queries, strategy, null);
  const [values, targets] = [
    await valueRepository.listValues(queries, strategy, null),
    await targetRepository.listTargets(queries, strategy, null),
  ];
  const held: Held = {
    figures: new Set([...values, ...targets].map(({ indicatorId }) => indicatorId)),
    formulas: formulaCodes(rows),
  };
  const linked = new Set(
    (await linkageRepository.listLinkages(queries, strategy, null)).map(({ subjectId }) => subjectId),
  );
  const origins = new Map((await originRepository.listOrigins(queries, strategy)).map((row) => [row.id, row]));
  const called = (kind: string, { id, code }: { readonly id: string; readonly code: string }) => ({
    identifier: origins.get(id)?.identifier ?? identifierOf(strategy, kind, code),
    ownIdentifier: identifierOf(strategy, kind, code),
    kept: origins.get(id)?.kept ?? null,
  });
  const linkedWords = ({ id, code }: { readonly id: string; readonly code: string }) =>
    linked.has(id) ? `${code} is linked to a framework: remove its linkages first.` : null;
  const indicatorsIn = (objectiveId: string): NowIndicator[] =>
    rows
      .filter((row) => row.objectiveId === objectiveId)
      .map(({ id, code, definition }) => ({
        ...{ id, code, definition, ...called('indicator', { id, code }) },
        held: heldOf(held, { id, code }),
      }));
  const { title, organization, acronym, vision, missionSummary, firstYear, lastYear } = tree;
  const now: NowStrategy = {
    head: { title, organization, acronym, vision, missionSummary, firstYear, lastYear },
    kept: origins.get(strategy)?.kept ?? null,
    sections: tree.sections.map(({ code }) => code),
    goals: tree.goals.map((goal) => ({
      ...{ ...goal, ...called('goal', goal), held: linkedWords(goal) },
      objectives: goal.objectives.map((each) => ({
        ...{ ...each, ...called('objective', each), held: linkedWords(each), indicators: indicatorsIn(each.id) },
      })),
    })),
  };
  return { tree, rows, now };
};

/** A file as an edition of a strategy that is there: a report is of one year, which is not the strategy's period. */
export const editionOf = ({ kind, file }: StrategyFile): FileStrategy =>
  kind === 'stratml_report' ? { ...file, head: { ...file.head, firstYear: null, lastYear: null } } : file;

/** A strategy that holds nothing yet. */
export const emptyStrategy = (head: StrategyHead): NowStrategy => ({ head, kept: null, sections: [], goals: [] });

const factsOf = ({ definition }: FileIndicator): string => {
  const words = definitionWords(definition);
  return ['unit', 'kind', 'direction', 'level', 'section'].map((key) => words[key]).join(' · ');
};

type Part = StrategyFileAnswer['parts'][number];

const partsOf = ({ goals }: FileStrategy): Part[] =>
  goals.flatMap((goal) => [
    { ...called(goal), kind: 'goal' as const, depth: 0, name: goal.shortName, text: goal.statement, facts: '' },
    ...goal.objectives.flatMap((each): Part[] => [
      { ...called(each), kind: 'objective', depth: 1, name: each.shortName, text: each.statement, facts: '' },
      ...each.indicators.map((one): Part => {
        const { name, definition } = one.definition;
        return { ...called(one), kind: 'indicator', depth: 2, name, text: definition, facts: factsOf(one) };
      }),
    ]),
  ]);

/** So much of what is kept is read before it is saved; all of it is kept. */
const mostShown = 4000;

const shown = (kept: string): string =>
  kept.length <= mostShown
    ? kept
    : `${kept.slice(0, mostShown)}… (${kept.length - mostShown} more characters are kept)`;

const called = ({ code, identifier, kept }: Pick<Part, 'code' | 'identifier' | 'kept'>) => ({
  ...{ code, identifier },
  kept: shown(kept),
});

/** A file with a strategy as a screen shows it. */
export const presentFile = (
  read: StrategyFile & { readonly fileName: string },
): Omit<StrategyFileAnswer, 'id' | 'difference'> => {
  const { kind, fileName, repairs, file } = read;
  const { title, organization, acronym, firstYear, lastYear } = file.head;
  const objectives = objectivesOf(file.goals);
  const own: Part = {
    ...{ kind: 'strategy', depth: 0, code: '', name: title ?? '', text: file.head.vision ?? '' },
    ...{ facts: file.head.missionSummary ?? '', identifier: file.identifier, kept: shown(file.kept) },
  };
  return {
    kind,
    fileName,
    repairs,
    head: { title, organization, acronym, firstYear, lastYear },
    counts: { goals: file.goals.length, objectives: objectives.length, indicators: indicatorsOf(objectives).length },
    parts: [own, ...partsOf(file)],
  };
};
