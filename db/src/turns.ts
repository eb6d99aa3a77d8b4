/** Hands a few things to many askers, one at a time each, in the order of asking. */
export type Turns<T> = { take(): Promise<T> | T; give(thing: T): void; all(): Promise<void> };

export const takeTurns = <T>(things: readonly T[]): Turns<T> => {
  const free = [...things];
  const waiting: ((thing: T) => void)[] = [];
  let whole: (() => void) | undefined;
  return {
    take: () => free.pop() ?? new Promise<T>((resolve) => waiting.push(resolve)),
    give: (thing) => {
      const next = waiting.shift();
      // through the event loop: a long queue of writers would otherwise starve everything else
      if (next) setImmediate(next, thing);
      else free.push(thing);
      if (free.length === things.length) whole?.();
    },
    /** Resolves once every thing is back and nobody waits. */
    all: () =>
      new Promise((resolve) => {
        if (free.length === things.length) resolve();
        else whole = resolve;
      }),
  };
};
