/** Scripts that people may write in, as Unicode calls them, with what a reader calls one of their signs. */
const scripts: Readonly<Record<string, string>> = {
  Han: 'Chinese character',
  Hiragana: 'Japanese letter',
  Katakana: 'Japanese letter',
  Hangul: 'Korean letter',
  Thai: 'Thai letter',
  Lao: 'Lao letter',
  Khmer: 'Khmer letter',
  Myanmar: 'Burmese letter',
  Devanagari: 'Devanagari letter',
  Bengali: 'Bengali letter',
  Gurmukhi: 'Gurmukhi letter',
  Gujarati: 'Gujarati letter',
  Oriya: 'Odia letter',
  Tamil: 'Tamil letter',
  Telugu: 'Telugu letter',
  Kannada: 'Kannada letter',
  Malayalam: 'Malayalam letter',
  Sinhala: 'Sinhala letter',
  Tibetan: 'Tibetan letter',
  Mongolian: 'Mongolian letter',
  Ethiopic: 'Ethiopic letter',
  Georgian: 'Georgian letter',
  Armenian: 'Armenian letter',
  Hebrew: 'Hebrew letter',
  Arabic: 'Arabic letter',
  Syriac: 'Syriac letter',
  Thaana: 'Thaana letter',
  Greek: 'Greek letter',
  Cyrillic: 'Cyrillic letter',
};

const patterns = Object.entries(scripts).map(([script, name]) => ({
  name,
  pattern: new RegExp(`\\p{Script=${script}}`, 'u'),
}));

/** What a reader calls a character that cannot be shown; its number where it has no plainer name. */
const nameOf = (character: string): string => {
  const known = patterns.find(({ pattern }) => pattern.test(character));
  if (known !== undefined) return known.name;
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /\p{Extended_Pictographic}/u.test(character) ? `emoji ${number}` : `character ${number}`;
};

const counted = (name: string, count: number): string => {
  if (name.includes('U+')) return count === 1 ? name : `${name} (${count} times)`;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
};

/** Signs that belong to the letter before them are not counted. */
const isMark = (character: string): boolean => /\p{Mark}/u.test(character);

/** "[3 Korean letters]", "[character U+12000]": what stands in a stretch of text that no font at hand can show. */
export const missingWords = (stretch: string): string => {
  const groups: { name: string; count: number }[] = [];
  for (const character of stretch.replace(/\s/g, '')) {
    const last = groups.at(-1);
    if (isMark(character) && last !== undefined) continue;
    const name = nameOf(character);
    if (last?.name === name) last.count += 1;
    else groups.push({ name, count: 1 });
  }
  const words = groups.map(({ name, count }) => counted(name, count));
  return words.length === 0 ? '' : `[${words.join(', ')}]`;
};
