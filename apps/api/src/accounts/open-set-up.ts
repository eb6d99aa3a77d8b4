import type { Service } from '../context.ts';
import { makeLink } from './make-link.ts';
import { hasAdministrator } from './standing.ts';

/**
 * A fresh link for the first administrator, as long as there is none; it is told to the console alone.
 * @returns the path, or null where nobody is needed
 */
export const openSetUp = async (
  service: Pick<Service, 'mode' | 'accounts' | 'database' | 'clock'>,
): Promise<string | null> => {
  if (service.mode === 'evaluation' || !service.accounts.local) return null;
  if (await service.database.read(hasAdministrator)) return null;
  const { path } = await service.database.write((queries) =>
    makeLink(service, queries, { kind: 'set_up', personId: null }),
  );
  return path;
};
