const refusal = /the text `\\+"(.+?)\\+"` could not be displayed/gu;

const unescaped = (text: string): string =>
  text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** The stretches of text that no font at hand can show, as the compiler names them in its refusal. */
export const missingGlyphs = (message: string): string[] => [
  ...new Set([...message.matchAll(refusal)].map(([, text = '']) => unescaped(text))),
];

const lastLatin = 0x24f;
/** Signs that only join or turn others: nothing is lost by leaving them out. */
const joiners = /[\u200c-\u200f\u202a-\u202e\u2060-\u2069]|\p{Variation_Selector}/u;

const nameOf = (character: string, isAlone: boolean): string => {
  const point = character.codePointAt(0) ?? 0;
  if (joiners.test(character)) return '';
  return point <= lastLatin && !isAlone ? character : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
};

/** The text with every such stretch written by the numbers of its characters, "[U+1F600]": said, not dropped. */
export const withNumbers = (text: string, missing: readonly string[]): string =>
  [...missing]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, stretch) => {
      const characters = [...stretch];
      const numbers = characters.map((character) => nameOf(character, characters.length === 1)).join('');
      return rest.replaceAll(stretch, numbers);
    }, text);
