import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from './caller.ts';
import type { Kind } from './office-day.ts';

export type Timings = Readonly<Record<Kind, number[]>>;
export type Driven = { readonly timings: Timings; readonly errors: string[] };

type Person = () => { readonly kind: Kind; readonly call: () => Promise<Reply> };

/** On average: people who are busy, and read nothing of what they open. */
const secondsBetween = 4;

/**
 * Lets everybody do one thing after the other at a steady pace, each at moments of their own, and notes how long after
 * its moment each was through: who is kept waiting by the thing before does not make the service look faster.
 */
export const drive = async (people: readonly Person[], seconds: number): Promise<Driven> => {
  const timings: Timings = { read: [], write: [] };
  const errors: string[] = [];
  const end = performance.now() + seconds * 1000;
  const act = async (next: Person, due: number): Promise<void> => {
    const { kind, call } = next();
    try {
      const { status, text } = await call();
      if (status >= 400) errors.push(`${kind}: ${status} ${text.slice(0, 300)}`);
    } catch (error) {
      errors.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
    }
    timings[kind].push(performance.now() - due);
  };
  const live = async (next: Person): Promise<void> => {
    let due = performance.now() + Math.random() * secondsBetween * 1000;
    while (due < end) {
      await wait(Math.max(0, due - performance.now()));
      await act(next, due);
      due += (0.5 + Math.random()) * secondsBetween * 1000;
    }
  };
  await Promise.all(people.map(live));
  return { timings, errors };
};

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
