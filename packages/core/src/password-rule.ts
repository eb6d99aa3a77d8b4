import { commonPasswords, commonPieces, walks } from './common-passwords.ts';

/** In characters: of a password that stands alone, of one beside a second factor, and at most. */
export const passwordLengths = { alone: 15, withSecondFactor: 12, most: 128 } as const;

/** Who will use the password. */
type Owner = { readonly name: string; readonly email: string };

/** One text for everything that looks the same, however a keyboard makes it. */
export const preparedPassword = (text: string): string => text.normalize('NFKC');

const lengthOf = (text: string): number => [...text].length;

/** What an ending, a digit for a letter or a capital do not hide. */
const unmasked = (text: string, one: 'i' | 'l'): string =>
  text.replace(
    /[013457@$!]/g,
    (sign) =>
      ({ '0': 'o', '1': one, '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': one })[sign] ?? sign,
  );

const withoutRepeats = (text: string): string => text.replace(/(.{1,64}?)\1+/gu, '$1');

/** Three and more signs in the order of a keyboard or of the alphabet, in either direction. */
const withoutWalks = (text: string): string => {
  const lines = walks.flatMap((walk) => [walk, [...walk].reverse().join('')]);
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    for (const line of lines) {
      while (at + length < text.length && line.includes(text.slice(at, at + Math.max(length + 1, 3)))) {
        length = Math.max(length + 1, Math.min(3, text.length - at));
      }
    }
    if (length < 3) {
      rest += text[at];
      at += 1;
    } else at += length;
  }
  return rest;
};

const withoutPieces = (text: string, pieces: readonly string[]): string =>
  pieces.reduce((rest, piece) => rest.replaceAll(piece, ''), text);

/** A guesser puts these together in no time, so what is left of a password without them has to hold by itself. */
const leastOwn = 6;

const piecesOf = ({ name, email }: Owner): string[] =>
  `${name} ${email}`
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);

const isCommon = (password: string, owner: Owner): boolean => {
  const small = password.toLowerCase().replace(/[\s_-]+/g, '');
  if (commonPasswords().has(small)) return true;
  const pieces = [...piecesOf(owner), ...commonPieces()];
  return [small, unmasked(small, 'i'), unmasked(small, 'l')].some(
    (text) => lengthOf(withoutRepeats(withoutWalks(withoutPieces(text, pieces)))) < leastOwn,
  );
};

/** Why a password will not do, and what to do; null: it will. There are no rules on which signs it is made of. */
export const passwordRefusal = (
  text: string,
  { secondFactor, owner }: { readonly secondFactor: boolean; readonly owner: Owner },
): string | null => {
  const password = preparedPassword(text);
  const least = secondFactor ? passwordLengths.withSecondFactor : passwordLengths.alone;
  if (lengthOf(password) < least) {
    return `Use at least ${least} characters${secondFactor ? '' : ', or 12 with a second factor'}: a few words that do not belong together are easy to remember.`;
  }
  if (lengthOf(password) > passwordLengths.most) return `Use at most ${passwordLengths.most} characters.`;
  return isCommon(password, owner)
    ? 'This password is easy to guess: it is a common one, or made of common words, rows of keys, or your name. Use a few words that do not belong together.'
    : null;
};
