import type { ManagedTree } from '@fbs/contract';
import { allow, type Context } from '../../context.ts';
import { treeNow } from './strategies-work.ts';

/** @throws DomainError not_allowed, not_found */
export const readStrategyTree = async (
  context: Context,
  { strategy }: { readonly strategy: string },
): Promise<ManagedTree> => {
  allow(context.actor, 'manage strategies');
  return context.database.read((queries) => treeNow(queries, strategy));
};
