import { readStrategyFile } from './strategy-files/read-strategy-file.ts';

/** Called in the thread that reads strategies. */
export const read = (bytes: Uint8Array) => readStrategyFile(bytes);
