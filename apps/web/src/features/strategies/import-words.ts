import { strategyFileLabels } from '@fbs/core';
import { plural } from '../../lib/format.ts';
import type { FilePart, MergeChoice, PartChange, StrategyFile } from './import-queries.ts';

export const changeWords: Readonly<Record<PartChange['change'], string>> = {
  added: 'New',
  changed: 'Changed',
  moved: 'Moved',
  removed: 'Not in the file',
};

export const choiceWords: Readonly<Record<PartChange['change'], string>> = {
  added: 'Add what is new',
  changed: 'Take over the changed words',
  moved: 'Move what stands elsewhere',
  removed: 'Remove what is not in the file; indicators are retired',
};

const countsOf = ({ goals, objectives, indicators }: StrategyFile['counts']): string =>
  `${plural(goals, 'goal')}, ${plural(objectives, 'objective')} and ${plural(indicators, 'indicator')}`;

/** "StratML Part 1: a strategic plan, with 2 goals, 3 objectives and 2 indicators." */
export const fileSentence = ({ kind, counts }: StrategyFile): string =>
  `${strategyFileLabels[kind]}, with ${countsOf(counts)}.`;

/** "goal 1", "indicator 1.1-A", "the strategy". */
export const partName = ({ kind, code }: Pick<FilePart, 'kind' | 'code'>): string =>
  kind === 'strategy' ? 'the strategy' : `${kind} ${code}`;

/** What a code stands under: goal 1 for 1.2, objective 1.2 for 1.2-A; nothing for a goal. */
const parentOf = (code: string): string => code.replace(/[.-]?[^.-]+$/, '');

const moveSentence = ({ kind, code, to }: PartChange): string => {
  const [from, into] = [parentOf(code), parentOf(to ?? '')];
  if (from === into) return to === code ? 'Stands elsewhere in the file, under the same code.' : `Becomes ${to}.`;
  const above = kind === 'indicator' ? 'objective' : 'goal';
  return `Moves from ${above} ${from} to ${above} ${into}, as ${to}.`;
};

/** What would come of a difference that is not a change of words. */
export const changeSentence = (difference: PartChange): string => {
  const { change, kind, held } = difference;
  if (held !== null) return held;
  if (change === 'moved') return moveSentence(difference);
  if (change === 'added') return 'Is added.';
  if (change === 'removed') return kind === 'indicator' ? 'Is retired, and keeps its history.' : 'Is removed.';
  return '';
};

/** How many differences of a kind would be taken over. */
export const openChanges = (changes: readonly PartChange[], kind: PartChange['change']): number =>
  changes.filter(({ change, held }) => change === kind && held === null).length;

export const chosenChanges = (changes: readonly PartChange[], choice: MergeChoice): number =>
  changes.filter(({ change, held }) => choice[change] && held === null).length;

export type GoalBranch = { readonly goal: FilePart; readonly inside: readonly FilePart[] };

/** The parts of a file below the strategy itself, goal by goal. */
export const branchesOf = (parts: readonly FilePart[]): GoalBranch[] => {
  const branches: { readonly goal: FilePart; readonly inside: FilePart[] }[] = [];
  for (const part of parts) {
    if (part.kind === 'goal') branches.push({ goal: part, inside: [] });
    else if (part.kind !== 'strategy') branches.at(-1)?.inside.push(part);
  }
  return branches;
};
