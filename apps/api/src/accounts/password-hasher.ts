import { preparedPassword } from '@fbs/core';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../domain-error.ts';

/** Makes passwords unreadable, and compares them. */
export type PasswordHasher = {
  hash(password: string): Promise<string>;
  /** null: there is nothing to compare with, which takes as long. */
  matches(hash: string | null, password: string): Promise<boolean>;
};

type Cost = { readonly memoryCost: number; readonly timeCost: number };

/** argon2id as OWASP recommends it: 19 MiB, two passes. */
const recommended: Cost = { memoryCost: 19_456, timeCost: 2 };

type Settings = { readonly cost?: Cost; readonly atOnce?: number; readonly mostWaiting?: number };

const inTurn = (atOnce: number, mostWaiting: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const done = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) {
        throw new DomainError('unavailable', 'Too many people are signing in at this moment: try again in a minute.');
      }
      await new Promise<void>((go) => waiting.push(go));
    }
    running += 1;
    return work().finally(done);
  };
};

/** Off the request loop, and few at once: however many people sign in, they take the memory of two. */
export const createPasswordHasher = ({
  cost = recommended,
  atOnce = 2,
  mostWaiting = 400,
}: Settings = {}): PasswordHasher => {
  const take = inTurn(atOnce, mostWaiting);
  const hashOf = (password: string): Promise<string> =>
    take(() => hash(preparedPassword(password), { ...cost, parallelism: 1 }));
  let nobodys: Promise<string> | null = null;
  return {
    hash: hashOf,
    matches: async (known, password) => {
      nobodys ??= hashOf('the password of nobody');
      const compared = known ?? (await nobodys);
      const same = await take(() => verify(compared, preparedPassword(password)));
      return same && known !== null;
    },
  };
};
