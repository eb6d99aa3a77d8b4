import { unnamedIndicator } from './fit-definition.ts';
import {
  type FileGoal,
  type FileIndicator,
  type FileObjective,
  type FileStrategy,
  plainIdentifier,
} from './strategy-file.ts';
import type { StrategyHead, TreeGoal, TreeObjective } from './strategy-tree.ts';
import type { IndicatorDefinition } from './types.ts';

type NowPart = {
  readonly id: string;
  readonly code: string;
  readonly identifier: string;
  /** What our own exports call it. */
  readonly ownIdentifier: string;
  /** What its file says beyond our own fields; null: it came from none. */
  readonly kept: string | null;
  /** Why it has to stay where it is, in a sentence; null: it may move and go. */
  readonly held: string | null;
};
export type NowIndicator = NowPart & { readonly definition: IndicatorDefinition };
export type NowObjective = NowPart &
  Omit<TreeObjective, 'id' | 'code'> & { readonly indicators: readonly NowIndicator[] };
export type NowGoal = NowPart &
  Omit<TreeGoal, 'id' | 'code' | 'objectives'> & { readonly objectives: readonly NowObjective[] };

/** A strategy as it is recorded, with what its parts are called in the file that they came from. */
export type NowStrategy = {
  readonly head: StrategyHead;
  readonly kept: string | null;
  readonly sections: readonly string[];
  readonly goals: readonly NowGoal[];
};

export type Pair<Now, File> = { readonly now: Now; readonly file: File };
export type Matches = {
  readonly goals: readonly Pair<NowGoal, FileGoal>[];
  readonly objectives: readonly Pair<NowObjective, FileObjective>[];
  readonly indicators: readonly Pair<NowIndicator, FileIndicator>[];
};

export const objectivesOf = <O>(goals: readonly { readonly objectives: readonly O[] }[]): O[] =>
  goals.flatMap(({ objectives }) => [...objectives]);
export const indicatorsOf = <I>(objectives: readonly { readonly indicators: readonly I[] }[]): I[] =>
  objectives.flatMap(({ indicators }) => [...indicators]);

type Matchable = { readonly identifier: string | null; readonly code: string };
type Recorded = Matchable & { readonly ownIdentifier: string };
/** What tells a part apart from the others of its kind; null: nothing does. */
type Way<Part> = (part: Part, isFile: boolean) => string | null;

const plainName = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** The first part of each key; a key that stands twice among the rest names nothing for certain. */
const keyed = <T>(parts: readonly T[], keyOf: (part: T) => string | null): Map<string, T> => {
  const found = new Map<string, T>();
  const twice = new Set<string>();
  for (const part of parts) {
    const key = keyOf(part);
    if (key === null || key === '') continue;
    if (found.has(key)) twice.add(key);
    found.set(key, part);
  }
  for (const key of twice) found.delete(key);
  return found;
};

/**
 * Which part of a file is which recorded one: by identifier; else by its own words; and by code only where the file
 * gives no identifier, since a new part may have taken the code of an old one.
 */
const matchParts = <Now extends Recorded, File extends Matchable>(
  now: readonly Now[],
  file: readonly File[],
  byWords: readonly Way<Now | File>[],
): Pair<Now, File>[] => {
  const pairs: Pair<Now, File>[] = [];
  let left: readonly Now[] = now;
  let open: readonly File[] = file;
  const ways: readonly Way<Now | File>[] = [
    ({ identifier }) => (identifier === null ? null : plainIdentifier(identifier)),
    // an edition that came from our own export
    (part) => {
      const own = 'ownIdentifier' in part ? part.ownIdentifier : part.identifier;
      return own === null ? null : plainIdentifier(own);
    },
    ...byWords,
    ({ identifier, code }, isFile) => (isFile && identifier !== null ? null : code),
  ];
  for (const keyOf of ways) {
    const known = keyed(left, (part) => keyOf(part, false));
    const asked = keyed(open, (part) => keyOf(part, true));
    const found = [...asked].flatMap(([key, each]): Pair<Now, File>[] => {
      const same = known.get(key);
      return same === undefined ? [] : [{ now: same, file: each }];
    });
    pairs.push(...found);
    const used = new Set<unknown>(found.flatMap((pair) => [pair.now, pair.file]));
    left = left.filter((part) => !used.has(part));
    open = open.filter((part) => !used.has(part));
  }
  return pairs;
};

type Indicator = NowIndicator | FileIndicator;

/** What a file says of an indicator itself; all of what is recorded, but for a name that its code stood in for. */
const ownWord = (indicator: Indicator, field: 'name' | 'definition'): string | null => {
  const { code, definition } = indicator;
  const isSaid = 'said' in indicator ? indicator.said.includes(field) : definition[field] !== unnamedIndicator(code);
  return isSaid ? plainName(definition[field]) : null;
};

/** Its place in an objective that both have, wherever that stands now; told of what has no name and no identifier. */
const placeIn = (objectives: Matches['objectives']): Way<Indicator> => {
  const places = new Map<Indicator, string>();
  objectives.forEach(({ now, file }, at) => {
    for (const { code, indicators } of [now, file])
      for (const each of indicators) places.set(each, `${at} ${each.code.slice(code.length)}`);
  });
  return (indicator, isFile) =>
    isFile && (indicator.identifier !== null || ownWord(indicator, 'name') !== null)
      ? null
      : (places.get(indicator) ?? null);
};

export const matchStrategy = (now: NowStrategy, file: FileStrategy): Matches => {
  const nowObjectives = objectivesOf(now.goals);
  const fileObjectives = objectivesOf(file.goals);
  const byName = ({ shortName }: { readonly shortName: string }) => plainName(shortName);
  const objectives = matchParts(nowObjectives, fileObjectives, [byName]);
  return {
    goals: matchParts(now.goals, file.goals, [byName]),
    objectives,
    indicators: matchParts<NowIndicator, FileIndicator>(indicatorsOf(nowObjectives), indicatorsOf(fileObjectives), [
      (each) => ownWord(each, 'name'),
      (each) => ownWord(each, 'definition'),
      placeIn(objectives),
    ]),
  };
};
