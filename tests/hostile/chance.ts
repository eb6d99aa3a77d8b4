import { createHash } from 'node:crypto';

export type Chance = {
  /** A whole number from 0 up to, but without, `below`. */
  readonly number: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in `percent` of a hundred cases. */
  readonly yes: (percent: number) => boolean;
};

/** The same chances for the same seed, on every machine: sfc32 over the seed's SHA-256. */
export const chanceFrom = (seed: string): Chance => {
  const start = createHash('sha256').update(seed).digest();
  let [a, b, c, count] = [0, 4, 8, 12].map((at) => start.readInt32LE(at)) as [number, number, number, number];
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('nothing to choose from');
      return list[number(list.length)] as T;
    },
    yes: (percent) => number(100) < percent,
  };
};

/** Printed by every run, and taken from FBS_SEED to run the same again. */
export const seedOfRun = (): string =>
  process.env.FBS_SEED || createHash('sha256').update(String(Math.random())).digest('hex').slice(0, 12);
