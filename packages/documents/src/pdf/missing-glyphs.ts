import { missingWords } from './script-names.ts';

const refusal = /the text `\\+"(.+?)\\+"` could not be displayed/gu;

const unescaped = (text: string): string =>
  text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** The stretches of text that no font at hand can show, as the compiler names them in its refusal. */
export const missingGlyphs = (message: string): string[] => [
  ...new Set([...message.matchAll(refusal)].map(([, text = '']) => unescaped(text))),
];

const lastLatin = 0x24f;
/** Signs that only join or turn others: nothing is lost by leaving them out. */
const joiners = /[\u200c-\u200f\u202a-\u202e\u2060-\u2069]|\p{Variation_Selector}/gu;

/** Around what cannot be shown; no text of a paper holds them, since it is cleaned of control characters. */
const [opened, closed] = ['\u0001', '\u0002'] as const;

/** The stretch between marks; Latin letters that a mark leans on stay as they are. */
const between = (stretch: string): string => {
  const characters = [...stretch.replace(joiners, '')];
  return characters
    .map((character) => {
      const isShown = (character.codePointAt(0) ?? 0) <= lastLatin && characters.length > 1;
      return isShown ? character : `${opened}${character}${closed}`;
    })
    .join('');
};

const written = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text with every such stretch told in words, "[3 Korean letters]": said, not dropped. */
export const withWords = (text: string, missing: readonly string[]): string => {
  const longestFirst = [...missing].sort((a, b) => b.length - a.length).map(written);
  return text
    .replace(new RegExp(longestFirst.join('|'), 'gu'), between)
    .replace(new RegExp(`${closed}(\\s?)${opened}`, 'g'), '$1')
    .replace(new RegExp(`${opened}([^${opened}${closed}]*)${closed}`, 'g'), (_, stretch: string) =>
      missingWords(stretch),
    );
};
