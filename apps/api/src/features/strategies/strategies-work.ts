import type { ManagedTree } from '@fbs/contract';
import type { TreeFinding } from '@fbs/core';
import { planRepository, type Queries, strategyRepository } from '@fbs/db';
import { DomainError, required } from '../../domain-error.ts';

export const presentStrategy = (
  { id, title, firstYear, lastYear, state, version }: planRepository.StrategyRow,
  counts: strategyRepository.StrategyCounts,
) => ({ id, title, firstYear, lastYear, state, version, counts });

type TreeNow = Omit<ManagedTree, keyof strategyRepository.SavedTree> & strategyRepository.SavedTree;

/** A strategy with its sections, goals and objectives. @throws DomainError not_found */
export const treeNow = async (queries: Queries, id: string): Promise<TreeNow> => {
  const row = required(await planRepository.findStrategy(queries, id), `There is no strategy "${id}".`);
  const { organization, acronym, vision, missionSummary } = row;
  const [sections, goals, objectives] = [
    await planRepository.listSections(queries, id),
    await planRepository.listGoals(queries, id),
    await planRepository.listObjectives(queries, id),
  ];
  const countsOf = await strategyRepository.countParts(queries);
  return {
    ...presentStrategy(row, countsOf(id)),
    ...{ organization, acronym, vision, missionSummary },
    sections: sections.map(({ id, code, name, summary }) => ({ id, code, name, summary })),
    goals: goals.map(({ id, code, kind, shortName, statement }) => ({
      ...{ id, code, kind, shortName, statement },
      objectives: objectives
        .filter(({ goalId }) => goalId === id)
        .map(({ id, code, shortName, statement, justificationSummary }) => ({
          ...{ id, code, shortName, statement, justificationSummary },
        })),
    })),
  };
};

/** A refusal that points at every place to fix, and says the first in its sentence. */
export const refuseFindings = (errors: readonly TreeFinding[]): void => {
  const [first] = errors;
  if (first === undefined) return;
  const more = errors.length === 1 ? '' : ` ${errors.length - 1} more to fix: see the errors.`;
  throw new DomainError('invalid', first.detail + more, { errors });
};
