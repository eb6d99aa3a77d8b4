import { indicatorRepository, peopleRepository, type Queries, targetRepository, valueRepository } from '@fbs/db';
import { byPlace, type Facts } from '../../results/load-facts.ts';

/**
 * What showing an import needs of a strategy. Definitions are left out: those that have a place for 200,000 parts take
 * longer to read than all of the rest, and everybody else would wait for it.
 */
export type Standing = Pick<Facts, 'values' | 'targets' | 'names'> & {
  /** Findings name indicators by their codes. */
  readonly idOf: (code: string) => string | undefined;
};

export const loadStanding = async (queries: Queries, strategy: string): Promise<Standing> => {
  const ids = await indicatorRepository.listIdsByCode(queries, strategy);
  return {
    values: byPlace(await valueRepository.listValues(queries, strategy, null)),
    targets: byPlace(await targetRepository.listTargets(queries, strategy, null)),
    names: await peopleRepository.listNames(queries),
    idOf: (code) => ids.get(code),
  };
};
