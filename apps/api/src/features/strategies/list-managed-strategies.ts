import { planRepository, strategyRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { presentStrategy } from './strategies-work.ts';

export const listManagedStrategies = async (context: Context) => {
  allow(context.actor, 'manage strategies');
  return context.database.read(async (queries) => {
    const countsOf = await strategyRepository.countParts(queries);
    const rows = await planRepository.listStrategies(queries);
    return { strategies: rows.map((row) => presentStrategy(row, countsOf(row.id))) };
  });
};
