import type { Client } from '../../apps/api/src/testing/client.ts';
import type { Office } from '../../apps/api/src/testing/offices.ts';
import { readSession } from '../../packages/contract/src/index.ts';
import type { permits } from '../../packages/core/src/index.ts';

const personas = [
  'planner',
  'contributor',
  'contributor-rpa',
  'contributor-peia',
  'reviewer',
  'viewer',
  'administrator',
];

export type Asker = {
  readonly who: string;
  readonly client: Client;
  readonly actor: Parameters<typeof permits>[0] | null;
};

/** One person of every role and section, and nobody. */
export const askersOf = async (office: Office): Promise<Asker[]> => {
  const askers: Asker[] = [{ who: 'nobody', client: office.nobody, actor: null }];
  for (const who of personas) {
    const client = await office.signIn(who);
    const { person } = await client.ok(readSession, {});
    askers.push({ who, client, actor: { roles: person?.roles ?? [], section: person?.section ?? null } });
  }
  return askers;
};

class Undone extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('taken back');
    this.result = result;
  }
}

/** Lets every write run to its end, and takes it back: a walk meets the same state at every step. */
export const takeBackEveryWrite = ({ database }: Office): (() => void) => {
  const { write } = database;
  const dry: typeof write = async (work) => {
    try {
      await write(async (queries) => {
        throw new Undone(await work(queries));
      });
    } catch (error) {
      if (error instanceof Undone) return error.result as Awaited<ReturnType<typeof work>>;
      throw error;
    }
    throw new Error('a write that was not taken back');
  };
  database.write = dry;
  return () => {
    database.write = write;
  };
};
