import { readSourceFiles } from '../architecture/source-files.ts';

const sources = /^(apps\/web\/src\/(?!design|testing)|packages\/core\/src\/)/;
const single = /'((?:[^'\\\n]|\\.)+)'/g;
const double = /"([^"\n]+)"/g;
const template = /`([^`]+)`/g;
/** Words between tags or braces; what is code instead matches no name of a guide. */
const between = /[>}]([^<>{}]+)(?=[<{])/g;

const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll("\\'", "'").trim();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** "Submit ${count}" stands for every text that begins so. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\$\{[^}]*\}/)
      .map(escaped)
      .join('.+')}$`,
  );

/** Whether a text stands on a screen, word for word, as the sources of the screens have it. */
export const screenWords = (): ((words: string) => boolean) => {
  const texts = readSourceFiles()
    .filter(({ path }) => sources.test(path) && !/\.test\.tsx?$/.test(path))
    .map(({ text }) => text);
  const found = (pattern: RegExp): string[] =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => plain(match[1] ?? '')));
  const whole = new Set([...found(single), ...found(double), ...found(between), ...found(template)]);
  const patterns = [...whole].filter((text) => /^[A-Z][\w ]{3,}.*\$\{/.test(text)).map(patternOf);
  return (words) => whole.has(words) || patterns.some((pattern) => pattern.test(words));
};
