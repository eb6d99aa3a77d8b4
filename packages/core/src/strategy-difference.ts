import { definitionWords, type FieldChange, fieldLabels } from './definition-words.ts';
import { yearSpan } from './fiscal-year.ts';

import { indicatorsOf, type Matches, matchStrategy, type NowStrategy, objectivesOf } from './match-strategy.ts';
import { type MergePlan, planMerge } from './merge-strategy.ts';
import type { MergeChoice } from './merged-words.ts';
import { goalKindLabels } from './result-labels.ts';
import type { FileIndicator, FileStrategy } from './strategy-file.ts';
import type { IndicatorDefinition } from './types.ts';
import type { GoalKind } from './vocabulary.ts';

export const partKinds = ['strategy', 'goal', 'objective', 'indicator'] as const;
export type PartKind = (typeof partKinds)[number];
export const partChangeKinds = ['added', 'changed', 'moved', 'removed'] as const;
export type PartChangeKind = (typeof partChangeKinds)[number];

/** One difference between a recorded strategy and a newer edition of it in a file. */
export type PartChange = {
  readonly kind: PartKind;
  readonly change: PartChangeKind;
  /** As it is recorded; of what is added, as the file has it; of the strategy itself, empty. */
  readonly code: string;
  readonly name: string;
  /** Of what is moved: its code in the file. */
  readonly to: string | null;
  /** Of what is changed: every text before and after. */
  readonly fields: readonly FieldChange[];
  /** Why it stays as it is all the same, in a sentence. */
  readonly held: string | null;
};

type Words = Readonly<Record<string, string | null>>;
type Part = { readonly id: string; readonly code: string };
type Compared = {
  readonly kind: PartKind;
  readonly now: readonly Part[];
  readonly file: readonly { readonly code: string }[];
  readonly pairs: readonly { readonly now: Part; readonly file: { readonly code: string } }[];
};

const fieldsOf = (before: Words, after: Words): FieldChange[] =>
  Object.entries(fieldLabels).flatMap(([key, field]) => {
    const was = before[key] ?? '';
    const is = after[key] ?? null;
    // what came from no file has no other words to compare
    if (is === null || (key === 'kept' && before.kept == null)) return [];
    return is.trim() === was.trim() ? [] : [{ field, before: was, after: is }];
  });

const headWords = ({ head, kept }: { readonly head: FileStrategy['head']; readonly kept: string | null }): Words => {
  const { firstYear, lastYear, ...words } = head;
  return {
    ...words,
    years: firstYear === null || lastYear === null ? null : yearSpan(firstYear, lastYear, ' to '),
    kept,
  };
};

/** The words of a goal, an objective or an indicator that can be compared. */
const wordsOf = (part: object): Words => {
  const { definition, ...own } = part as { readonly definition?: IndicatorDefinition };
  const texts = Object.fromEntries(Object.entries(own).filter(([, value]) => typeof value === 'string')) as Words;
  if (definition !== undefined) return { ...texts, ...definitionWords(definition) };
  const { kind } = part as { readonly kind?: GoalKind | null };
  return kind == null ? texts : { ...texts, kind: goalKindLabels[kind] };
};

/** Of an indicator only what the file says itself; nothing of one that is retired, which stays as it was. */
const saidWords = (now: object, file: object): Words => {
  const words = wordsOf(file);
  const { said } = file as Partial<FileIndicator>;
  if (said === undefined) return words;
  if ((now as { readonly definition: IndicatorDefinition }).definition.status === 'retired') return {};
  return Object.fromEntries(
    Object.entries(words).filter(([key]) => key === 'kept' || said.includes(key as keyof IndicatorDefinition)),
  );
};

const nameOf = (part: object): string => {
  const { definition, shortName } = part as { readonly definition?: IndicatorDefinition; readonly shortName?: string };
  return definition?.name ?? shortName ?? '';
};

const none = { to: null, fields: [], held: null } as const;

const changesOf = ({ kind, now, file, pairs }: Compared, { moves, stays }: MergePlan): PartChange[] => {
  const paired = new Set<unknown>(pairs.flatMap((pair) => [pair.now, pair.file]));
  const of = (part: Part | { readonly code: string }) => ({ ...none, kind, code: part.code, name: nameOf(part) });
  const isGone = (part: Part): boolean =>
    !paired.has(part) && (part as { readonly definition?: IndicatorDefinition }).definition?.status !== 'retired';
  return [
    ...file.filter((part) => !paired.has(part)).map((part) => ({ ...of(part), change: 'added' as const })),
    ...pairs.flatMap((pair): PartChange[] => {
      const fields = fieldsOf(wordsOf(pair.now), saidWords(pair.now, pair.file));
      return fields.length === 0 ? [] : [{ ...of(pair.now), change: 'changed', fields }];
    }),
    ...pairs.flatMap((pair): PartChange[] => {
      if (!moves.has(pair.now.id)) return [];
      return [{ ...of(pair.now), change: 'moved', to: pair.file.code, held: stays.get(pair.now.id) ?? null }];
    }),
    ...now
      .filter(isGone)
      .map((part) => ({ ...of(part), change: 'removed' as const, held: stays.get(part.id) ?? null })),
  ];
};

const everything: MergeChoice = { added: true, changed: true, moved: true, removed: true };

/** How a newer edition of a strategy in a file differs from what is recorded, part by part. */
export const compareStrategy = (now: NowStrategy, file: FileStrategy): readonly PartChange[] => {
  const matches: Matches = matchStrategy(now, file);
  const plan = planMerge(now, file, matches, everything);
  const head = fieldsOf(headWords(now), headWords(file));
  const [nowObjectives, fileObjectives] = [objectivesOf(now.goals), objectivesOf(file.goals)];
  const levels: readonly Compared[] = [
    { kind: 'goal', now: now.goals, file: file.goals, pairs: matches.goals },
    { kind: 'objective', now: nowObjectives, file: fileObjectives, pairs: matches.objectives },
    {
      kind: 'indicator',
      now: indicatorsOf(nowObjectives),
      file: indicatorsOf(fileObjectives),
      pairs: matches.indicators,
    },
  ];
  const own: PartChange = {
    ...none,
    kind: 'strategy',
    change: 'changed',
    code: '',
    name: now.head.title,
    fields: head,
  };
  return [...(head.length === 0 ? [] : [own]), ...levels.flatMap((level) => changesOf(level, plan))];
};
