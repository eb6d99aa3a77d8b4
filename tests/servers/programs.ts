import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What Node is given to run a program of ours: from its source, or as it ships where FBS_BUILT names that folder. */
export const program = (name: 'server' | 'verify' | 'back-up' | 'restore'): string[] => {
  const built = process.env.FBS_BUILT;
  return built ? [resolve(root, built, `${name}.js`)] : ['--import', 'tsx', `apps/api/src/${name}.ts`];
};
