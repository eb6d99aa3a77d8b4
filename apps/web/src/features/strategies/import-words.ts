import type { FilePart, MergeChoice, PartChange } from './import-queries.ts';

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
