/** What a write brings back: the version by which the next one has to know the thing. */
export type Written = { readonly version: number };

export type WriteChain = {
  /**
   * Sends a write after those before it. `seen` is the version on which the change was made; what this page itself
   * wrote since then does not count as somebody else's change.
   */
  readonly send: <T extends Written>(seen: number, write: (ifMatch: string) => Promise<T>) => Promise<T>;
};

/** Writes to one thing, one after the other, each with the version that its forerunner brought. */
export const createWriteChain = (): WriteChain => {
  const own = new Map<number, number>();
  let last: Promise<unknown> = Promise.resolve();
  const latestOf = (seen: number): number => {
    let version = seen;
    for (let next = own.get(version); next !== undefined; next = own.get(version)) version = next;
    return version;
  };
  return {
    send: (seen, write) => {
      const answer = last.then(async () => {
        const version = latestOf(seen);
        const written = await write(ifMatchOf(version));
        if (written.version > version) own.set(version, written.version);
        return written;
      });
      last = answer.catch(() => undefined);
      return answer;
    },
  };
};

/** A version as If-Match wants it: 3 is `"3"`. */
export const ifMatchOf = (version: number): string => `"${version}"`;

/** One chain for each thing of a screen, made when it is first written. */
export const createWriteChains = (): ((key: string) => WriteChain) => {
  const chains = new Map<string, WriteChain>();
  return (key) => {
    const chain = chains.get(key) ?? createWriteChain();
    chains.set(key, chain);
    return chain;
  };
};
