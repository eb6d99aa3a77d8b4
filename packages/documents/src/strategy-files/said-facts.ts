import {
  accumulationLabels,
  directionLabels,
  goalKindLabels,
  type IndicatorDefinition,
  indicatorKindLabels,
  indicatorLevelLabels,
  indicatorRoleLabels,
  isDay,
  periodBasisLabels,
} from '@fbs/core';

/** The keys of the lines that our own files write, in their order: a line of another order belongs to a text. */
export const indicatorFactKeys = [
  'Definition',
  'Kind',
  'Decimals',
  'Direction',
  'Period basis',
  'Accumulation',
  'Cumulative since',
  'Role',
  'Level',
  'Status',
  'Section',
  'Data source',
  'Collection method',
  'Frequency',
  'Limitations',
  'Tolerance',
  'Standard',
] as const;
type FactKey = (typeof indicatorFactKeys)[number];

export type Facts<Key extends string> = {
  readonly facts: ReadonlyMap<Key, string>;
  /** The lines that are none of them. */
  readonly rest: string;
};

/** Reads "Key: value" lines; lines without a key go on with the value above them. */
export const readFacts = <Key extends string>(text: string, keys: readonly Key[]): Facts<Key> => {
  const facts = new Map<Key, string>();
  const rest: string[] = [];
  let last = -1;
  for (const line of text.split('\n')) {
    const at = keys.findIndex((key, index) => index > last && line.startsWith(`${key}: `));
    const key = keys[at < 0 ? last : at];
    if (at >= 0 && key !== undefined) {
      facts.set(key, line.slice(key.length + 2));
      last = at;
    } else if (key === undefined) rest.push(line);
    else facts.set(key, `${facts.get(key)}\n${line}`);
  }
  return { facts, rest: rest.join('\n').trim() };
};

/** The word whose label, or which itself, a text is; null: none of them. */
export const wordOf = <Word extends string>(labels: Readonly<Record<Word, string>>, text: string): Word | null => {
  const plain = text.trim().toLowerCase();
  const found = (Object.keys(labels) as Word[]).find(
    (word) => labels[word].toLowerCase() === plain || word.replaceAll('_', ' ') === plain.replaceAll('_', ' '),
  );
  return found ?? null;
};

export const goalKindOf = (text: string) => wordOf(goalKindLabels, text);

type Said = { -readonly [K in keyof IndicatorDefinition]?: IndicatorDefinition[K] };
/** Takes a text into a definition; false: it says nothing that can be taken. */
type Take = (said: Said, text: string) => boolean;

const word =
  <K extends 'kind' | 'direction' | 'periodBasis' | 'accumulation' | 'role' | 'level'>(
    key: K,
    labels: Readonly<Record<IndicatorDefinition[K], string>>,
  ): Take =>
  (said, text) => {
    const found = wordOf(labels, text);
    if (found !== null) said[key] = found as never;
    return found !== null;
  };

const plain =
  (
    key: 'definition' | 'section' | 'dataSource' | 'collectionMethod' | 'frequency' | 'limitations' | 'tolerance',
  ): Take =>
  (said, text) => {
    said[key] = text.trim();
    return true;
  };

const takes: Readonly<Record<FactKey, Take>> = {
  Definition: plain('definition'),
  Kind: word('kind', indicatorKindLabels),
  Decimals: (said, text) => {
    if (!/^[0-6]$/.test(text.trim())) return false;
    said.decimals = Number(text);
    return true;
  },
  Direction: word('direction', directionLabels),
  'Period basis': word('periodBasis', periodBasisLabels),
  Accumulation: word('accumulation', accumulationLabels),
  'Cumulative since': (said, text) => {
    if (!isDay(text.trim())) return false;
    said.cumulativeSince = text.trim();
    return true;
  },
  Role: word('role', indicatorRoleLabels),
  Level: word('level', indicatorLevelLabels),
  // whether an indicator is adopted is decided here, and not by a file
  Status: () => false,
  Section: plain('section'),
  'Data source': plain('dataSource'),
  'Collection method': plain('collectionMethod'),
  Frequency: plain('frequency'),
  Limitations: plain('limitations'),
  Tolerance: plain('tolerance'),
  Standard: (said, text) => {
    const [, vocabulary, code] = /^(.{1,200}) (\S{1,60})$/.exec(text.trim()) ?? [];
    if (vocabulary === undefined || code === undefined) return false;
    said.reference = { vocabulary, code };
    return true;
  },
};

/** What the lines say of a definition; what cannot be taken is left as lines. */
export const definitionFrom = (facts: ReadonlyMap<FactKey, string>) => {
  const said: Said = {};
  const left: string[] = [];
  for (const [key, text] of facts) if (!takes[key](said, text)) left.push(`${key}: ${text}`);
  return { said, left };
};
