import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Bytes of a SHA-256 that stand for one password: in a million million, one other is taken for one of the list. */
const size = 5;

let kept: Buffer | undefined;

/**
 * The passwords of at least twelve characters among the million that were found most often in leaks (SecLists,
 * "10-million-password-list-top-1000000", MIT License, (c) 2018 Daniel Miessler), in small letters, as the beginnings of
 * their SHA-256 in order: see scripts/make-leaked-passwords.mjs. Read when somebody first sets a password.
 */
const leaked = (): Buffer => {
  kept ??= readFileSync(new URL('./leaked-passwords.bin', import.meta.url));
  return kept;
};

const holds = (text: string): boolean => {
  const mark = createHash('sha256').update(text).digest().subarray(0, size);
  const marks = leaked();
  let [from, to] = [0, marks.length / size];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const order = marks.compare(mark, 0, size, middle * size, (middle + 1) * size);
    if (order === 0) return true;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return false;
};

/** In any case, and with or without spaces and lines in it. `password` is prepared. */
export const isLeaked = (password: string): boolean => {
  const small = password.toLowerCase();
  return holds(small) || holds(small.replace(/[\s_-]+/g, ''));
};
