import type { PartChange } from './strategy-difference.ts';
import { type StrategyFileKind, strategyFileLabels } from './strategy-file.ts';

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;

type FileCounts = {
  readonly kind: StrategyFileKind;
  readonly counts: { readonly goals: number; readonly objectives: number; readonly indicators: number };
};

/** "StratML Part 1: a strategic plan, with 2 goals, 3 objectives and 2 indicators." */
export const fileSentence = ({ kind, counts: { goals, objectives, indicators } }: FileCounts): string => {
  const parts = [counted(goals, 'goal'), counted(objectives, 'objective')].join(', ');
  return `${strategyFileLabels[kind]}, with ${parts} and ${counted(indicators, 'indicator')}.`;
};

/** "goal 1", "indicator 1.1-A", "the strategy". */
export const partName = ({ kind, code }: Pick<PartChange, 'kind' | 'code'>): string =>
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
