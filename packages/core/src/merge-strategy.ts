import { freeCodes } from './fit-codes.ts';
import { codeAt } from './indicator-code.ts';
import {
  indicatorsOf,
  type Matches,
  type NowGoal,
  type NowIndicator,
  type NowObjective,
  type NowStrategy,
  objectivesOf,
} from './match-strategy.ts';
import {
  type MergeChoice,
  mergedHead,
  mergedIdentifier,
  mergedIndicator,
  mergedKept,
  mergedWords,
  missingSections,
} from './merged-words.ts';
import type { FileGoal, FileIndicator, FileObjective, FileStrategy, SaidSection } from './strategy-file.ts';
import type { StrategyHead, TreeGoal, TreeObjective } from './strategy-tree.ts';
import type { IndicatorDefinition } from './types.ts';

type MergedPart = {
  /** null: it is new. */
  readonly id: string | null;
  readonly code: string;
  readonly identifier: string | null;
  readonly kept: string;
};
export type MergedIndicator = MergedPart & { readonly definition: IndicatorDefinition };
export type MergedObjective = MergedPart &
  Omit<TreeObjective, 'id' | 'code'> & { readonly indicators: readonly MergedIndicator[] };
export type MergedGoal = MergedPart &
  Omit<TreeGoal, 'id' | 'code' | 'objectives'> & { readonly objectives: readonly MergedObjective[] };

/** What a strategy becomes where a newer edition of it is merged in. */
export type MergePlan = {
  readonly head: StrategyHead;
  readonly kept: string;
  /** Sections that indicators name and the strategy does not have yet. */
  readonly sections: readonly SaidSection[];
  readonly goals: readonly MergedGoal[];
  /** What the file has at another place, by id. */
  readonly moves: ReadonlySet<string>;
  /** What was to move or go and stays, by id, with the reason in a sentence. */
  readonly stays: ReadonlyMap<string, string>;
};

/** A part on its way to its place: its parent, and what its code ends with there. */
type Place<Now, File> = {
  readonly now: Now | null;
  readonly file: File | null;
  parent: Place<unknown, unknown> | null;
  ending: string;
  isMoved: boolean;
  code: string;
};
type GoalPlace = Place<NowGoal, FileGoal>;
type ObjectivePlace = Place<NowObjective, FileObjective>;
type IndicatorPlace = Place<NowIndicator, FileIndicator>;

/** What a code ends with below its parent: "2" of 1.2, "A" of 1.2-A; the whole of a goal's. */
const endingOf = (code: string): string => /[^.-]+$/.exec(code)?.[0] ?? code;

type Notes = { readonly moves: Set<string>; readonly stays: Map<string, string> };
type Part = { readonly id: string; readonly code: string; readonly held: string | null };
type Level<Now extends Part, File extends { readonly code: string; readonly isNumbered: boolean }> = {
  readonly now: readonly Now[];
  readonly file: readonly File[];
  readonly pairs: readonly { readonly now: Now; readonly file: File }[];
  /** Where the parents of recorded parts, and of parts of the file, have come to stand. */
  readonly nowParent: (part: Now) => Place<unknown, unknown> | null;
  readonly fileParent: (part: File) => Place<unknown, unknown> | null | undefined;
  /** Why a recorded part keeps its place; null: it need not. */
  readonly pinned: (part: Now) => string | null;
};

const placeLevel = <Now extends Part, File extends { readonly code: string; readonly isNumbered: boolean }>(
  { now, file, pairs, nowParent, fileParent, pinned }: Level<Now, File>,
  choice: MergeChoice,
  { moves, stays }: Notes,
): Place<Now, File>[] => {
  const fileOf = new Map(pairs.map((pair) => [pair.now, pair.file]));
  const matched = new Set(pairs.map((pair) => pair.file));
  const places = now.map((part): Place<Now, File> => {
    const other = fileOf.get(part) ?? null;
    const place = {
      now: part,
      file: other,
      parent: nowParent(part),
      ending: endingOf(part.code),
      isMoved: false,
      code: '',
    };
    if (other === null) return place;
    const parent = fileParent(other);
    // an added parent that was not chosen is not there: then the part stays where it is
    const isRenamed = !other.isNumbered && endingOf(other.code) !== place.ending;
    const isElsewhere = parent === undefined || parent !== place.parent || isRenamed;
    if (!isElsewhere) return place;
    moves.add(part.id);
    const pin = pinned(part);
    if (pin !== null) stays.set(part.id, pin);
    if (pin !== null || !choice.moved || parent === undefined) return place;
    return { ...place, parent, ending: endingOf(other.code), isMoved: true };
  });
  if (!choice.added) return places;
  const added = file.flatMap((part): Place<Now, File>[] => {
    const parent = fileParent(part);
    if (matched.has(part) || parent === undefined) return [];
    return [{ now: null, file: part, parent, ending: endingOf(part.code), isMoved: true, code: '' }];
  });
  return [...places, ...added];
};

type Above = Place<unknown, unknown> | null;

/** Gives every place its code: first what stays, then what moves, then what is new; a taken code makes way. */
const nameLevel = <Now extends Part, File>(
  places: readonly Place<Now, File>[],
  codeFor: (parent: Above, ending: string) => string,
  /** The code of a place below its parent, from 0. */
  at: (parent: Above, index: number) => string,
): void => {
  const taken = new Set<string>();
  const free = new Map<Above, () => string>();
  const nextBelow = (parent: Above): string => {
    const next = free.get(parent) ?? freeCodes(taken, (index) => at(parent, index));
    free.set(parent, next);
    return next();
  };
  const order = [
    ...places.filter(({ isMoved }) => !isMoved),
    ...places.filter(({ isMoved, now }) => isMoved && now !== null),
    ...places.filter(({ isMoved, now }) => isMoved && now === null),
  ];
  for (const place of order) {
    const wished = codeFor(place.parent, place.ending);
    place.code = taken.has(wished) ? nextBelow(place.parent) : wished;
    taken.add(place.code);
  }
};

const placeAll = (now: NowStrategy, file: FileStrategy, matches: Matches, choice: MergeChoice, notes: Notes) => {
  const pinOf = ({ indicators }: NowObjective): string | null =>
    indicators.find(({ held }) => held !== null)?.held ?? null;
  const goals: GoalPlace[] = placeLevel(
    {
      ...{ now: now.goals, file: file.goals, pairs: matches.goals, nowParent: () => null, fileParent: () => null },
      pinned: ({ objectives }) => objectives.map(pinOf).find((pin) => pin !== null) ?? null,
    },
    choice,
    notes,
  );
  const parentsIn = <P, N, F>(
    places: readonly Place<N, F>[],
    childrenOf: (part: N | F) => readonly P[],
    of: 'now' | 'file',
  ) =>
    new Map(
      places.flatMap((place) =>
        place[of] === null ? [] : childrenOf(place[of]).map((child) => [child, place] as const),
      ),
    );
  const goalOfNow = parentsIn(goals, (goal): readonly (NowObjective | FileObjective)[] => goal.objectives, 'now');
  const goalOfFile = parentsIn(goals, (goal): readonly (NowObjective | FileObjective)[] => goal.objectives, 'file');
  const objectives: ObjectivePlace[] = placeLevel(
    {
      ...{ now: objectivesOf(now.goals), file: objectivesOf(file.goals), pairs: matches.objectives },
      nowParent: (part) => goalOfNow.get(part) ?? null,
      fileParent: (part) => goalOfFile.get(part),
      pinned: pinOf,
    },
    choice,
    notes,
  );
  const ofNow = parentsIn(objectives, (each): readonly (NowIndicator | FileIndicator)[] => each.indicators, 'now');
  const ofFile = parentsIn(objectives, (each): readonly (NowIndicator | FileIndicator)[] => each.indicators, 'file');
  const indicators: IndicatorPlace[] = placeLevel(
    {
      now: indicatorsOf(objectivesOf(now.goals)),
      file: indicatorsOf(objectivesOf(file.goals)),
      pairs: matches.indicators,
      nowParent: (part) => ofNow.get(part) ?? null,
      fileParent: (part) => ofFile.get(part),
      pinned: ({ held }) => held,
    },
    choice,
    notes,
  );
  return { goals, objectives, indicators };
};

/** Takes out what the file no longer has, as far as nothing is held by it; says why the rest stays. */
const takeOut = <N extends Part, F>(
  places: readonly Place<N, F>[],
  inside: readonly Place<Part, unknown>[],
  choice: MergeChoice,
  { stays }: Notes,
): Place<N, F>[] => {
  const holding = new Map(inside.map((place) => [place.parent, place.now?.code ?? place.code]));
  return places.filter((place) => {
    const { now, file } = place;
    if (now === null || file !== null) return true;
    const held =
      now.held ?? (holding.has(place) ? `It stays, because ${holding.get(place)} is in it and stays.` : null);
    if (held !== null) stays.set(now.id, held);
    return held !== null || !choice.removed;
  });
};

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  a.code.localeCompare(b.code, 'en', { numeric: true });

/** What a strategy would become by the chosen kinds of changes; nothing that holds figures moves or goes. */
export const planMerge = (now: NowStrategy, file: FileStrategy, matches: Matches, choice: MergeChoice): MergePlan => {
  const notes: Notes = { moves: new Set(), stays: new Map() };
  const { indicators, ...placed } = placeAll(now, file, matches, choice, notes);
  for (const { now: part, file: other } of indicators) {
    if (part?.held != null && other === null) notes.stays.set(part.id, part.held);
  }
  const objectives = takeOut(placed.objectives, indicators, choice, notes);
  const goals = takeOut(placed.goals, objectives, choice, notes);
  const codeOf = (place: Above): string => place?.code ?? '';
  nameLevel(
    goals,
    (_none, ending) => ending,
    (_none, index) => `${index + 1}`,
  );
  nameLevel(
    objectives,
    (goal, ending) => `${codeOf(goal)}.${ending}`,
    (goal, index) => `${codeOf(goal)}.${index + 1}`,
  );
  nameLevel(
    indicators,
    (objective, ending) => `${codeOf(objective)}-${ending}`,
    (objective, index) => codeAt(codeOf(objective), index),
  );
  const partOf = (place: Place<NowGoal | NowObjective, FileGoal | FileObjective>) => ({
    id: place.now?.id ?? null,
    code: place.code,
    identifier: mergedIdentifier(place.now, place.file),
    kept: mergedKept(place.now, place.file, choice),
  });
  const merged = goals.map((goal) => ({
    ...partOf(goal),
    ...mergedWords(goal.now, goal.file, choice),
    kind: (choice.changed || goal.now === null ? goal.file?.kind : null) ?? goal.now?.kind ?? ('bureau' as const),
    objectives: objectives
      .filter(({ parent }) => parent === goal)
      .map((objective) => ({
        ...partOf(objective),
        ...mergedWords(objective.now, objective.file, choice),
        justificationSummary:
          (choice.changed || objective.now === null ? objective.file?.justificationSummary : null) ??
          objective.now?.justificationSummary ??
          '',
        indicators: indicators
          .filter(({ parent }) => parent === objective)
          .map((each) => ({ ...mergedIndicator(each, choice), code: each.code })),
      }))
      .sort(byCode),
  }));
  const { moves, stays } = notes;
  const all = indicatorsOf(objectivesOf(merged));
  return {
    head: mergedHead(now, file, choice),
    kept: choice.changed ? file.kept : (now.kept ?? ''),
    sections: missingSections(all, now.sections, file.sections),
    goals: merged.sort(byCode),
    moves,
    stays,
  };
};
