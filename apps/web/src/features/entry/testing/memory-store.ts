import type { CellStore, KeptCell } from '../cell-store.ts';
import { keyOf } from '../typed-cells.ts';

/** A store for tests that forgets with the test. */
export const memoryStore = (): CellStore => {
  const kept = new Map<string, KeptCell>();
  return {
    list: async () => [...kept.values()],
    put: (cell) => void kept.set(keyOf(cell), cell),
    remove: (cell) => void kept.delete(keyOf(cell)),
  };
};
