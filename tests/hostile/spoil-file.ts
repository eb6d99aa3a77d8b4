import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Chance } from './chance.ts';
import { hostileText } from './hostile-values.ts';

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const noise = (chance: Chance, length: number): Uint8Array => Uint8Array.from({ length }, () => chance.number(256));

const spoiledPlain = (chance: Chance, bytes: Uint8Array): Uint8Array => {
  const [from, to] = [chance.number(bytes.length + 1), chance.number(bytes.length + 1)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const flipped = (): Uint8Array => {
    const copy = bytes.slice();
    for (let count = chance.pick([1, 5, 50]); count > 0; count -= 1) {
      const at = chance.number(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << chance.number(8));
    }
    return copy;
  };
  return chance.pick([
    flipped,
    () => bytes.slice(0, from),
    () => bytes.slice(from),
    () => joined(bytes.slice(0, from), bytes.slice(to)),
    () => joined(bytes.slice(0, to), bytes.slice(from)),
    () => joined(bytes.slice(0, from), noise(chance, 40), bytes.slice(from)),
    () =>
      joined(
        Uint8Array.of(
          ...chance.pick([
            [0xef, 0xbb, 0xbf],
            [0xff, 0xfe],
            [0xfe, 0xff],
            [0, 0, 0xfe, 0xff],
          ]),
        ),
        bytes,
      ),
    () => new Uint8Array(Buffer.from(strFromU8(bytes, true), 'utf16le')),
    () => joined(bytes, bytes),
  ])();
};

/** One word of a text in another's place, or many times. */
const spoiledText = (chance: Chance, text: string): string => {
  const words = [...text.matchAll(/[\w.+-]+/g)];
  if (words.length === 0) return hostileText(chance);
  const word = chance.pick(words);
  const [before, after] = [text.slice(0, word.index), text.slice(word.index + word[0].length)];
  return chance.pick([
    () => before + hostileText(chance) + after,
    () =>
      before + chance.pick(['99999999999999999999', '-1', '1e308', 'NaN', 'A1:XFD1048576', 'XFD1048576', '']) + after,
    () => `${before}${word[0].repeat(chance.pick([2, 1000]))}${after}`,
    () => before + text.slice(0, 2000).repeat(3) + after,
    () => text.replace(/></g, `>${'<x>'.repeat(chance.pick([10, 5000]))}<`),
    () => text.replaceAll(word[0], '<'),
  ])();
};

const spoiledZip = (chance: Chance, bytes: Uint8Array): Uint8Array => {
  const files = unzipSync(bytes);
  const name = chance.pick(Object.keys(files));
  const inside = files[name] ?? new Uint8Array();
  const isText = /\.(xml|rels|json|csv)$/.test(name);
  const changed =
    isText && chance.yes(75) ? strToU8(spoiledText(chance, strFromU8(inside))) : spoiledPlain(chance, inside);
  const { [name]: _old, ...others } = files;
  return chance.pick([
    () => zipSync({ ...files, [name]: changed }),
    () => zipSync({ ...files, [name]: changed }),
    () => zipSync({ ...files, [name]: changed }),
    () => zipSync(others),
    () => zipSync({ ...others, [`x${hostileText(chance).slice(0, 100)}`]: inside }),
    () => zipSync({ ...files, 'inner.zip': bytes, 'xl/inner.xlsx': bytes }),
  ])();
};

/** A real file with something about it that no program writes. */
export const spoiledFile = (chance: Chance, bytes: Uint8Array): Uint8Array => {
  if (isZip(bytes) && chance.yes(65)) return spoiledZip(chance, bytes);
  if (!isZip(bytes) && chance.yes(50)) return strToU8(spoiledText(chance, strFromU8(bytes, true)), true);
  return spoiledPlain(chance, bytes);
};
