import type { Chance } from './chance.ts';
import { hostileText, hostileValue, jsonOf, Verbatim } from './hostile-values.ts';

type Node = Readonly<Record<string, unknown>> | readonly unknown[];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !(value instanceof Verbatim);

/** Every place of a value, as the keys that lead there; the first is the whole. */
const placesOf = (value: unknown, at: readonly string[] = []): (readonly string[])[] => [
  at,
  ...(isNode(value) ? Object.entries(value).flatMap(([key, each]) => placesOf(each, [...at, key])) : []),
];

const changedAt = (value: unknown, at: readonly string[], change: (old: unknown) => unknown): unknown => {
  const [key, ...rest] = at;
  if (key === undefined || !isNode(value)) return change(value);
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? changedAt(each, rest, change) : each));
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    name === key ? changedAt(each, rest, change) : each,
  ]);
  return Object.fromEntries(entries) as unknown;
};

const foreignKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'id',
  'version',
  'section',
  'personId',
  'roles',
  'state',
  'at',
];

const withKey = (chance: Chance, old: unknown): unknown => {
  if (!isNode(old) || Array.isArray(old)) return [old, old];
  const key = chance.pick([...foreignKeys, ...Object.keys(old)]);
  const parts = Object.entries(old).map(([name, each]) => `${JSON.stringify(name)}:${jsonOf(each)}`);
  // a key that is there already is there twice now
  return new Verbatim(`{${[...parts, `${JSON.stringify(key)}:${jsonOf(hostileValue(chance))}`].join(',')}}`);
};

const without = (chance: Chance, old: unknown): unknown => {
  if (!isNode(old) || Array.isArray(old)) return null;
  const keys = Object.keys(old);
  if (keys.length === 0) return null;
  const gone = chance.pick(keys);
  return Object.fromEntries(Object.entries(old).filter(([key]) => key !== gone));
};

/** A body with one place changed for the worse. */
export const spoiled = (chance: Chance, body: unknown): unknown => {
  const place = chance.pick(placesOf(body));
  return changedAt(body, place, (old) => {
    const kind = chance.number(10);
    if (kind < 5) return typeof old === 'string' && chance.yes(60) ? hostileText(chance) : hostileValue(chance);
    if (kind < 7) return withKey(chance, old);
    if (kind < 8) return without(chance, old);
    if (kind < 9) return [old];
    return typeof old === 'string' ? `${old}${hostileText(chance)}` : hostileValue(chance);
  });
};

const brokenBytes = [
  [0xff, 0xfe],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
  [0x00],
  [0x80],
] as const;

/** The bytes of a text, some of them not what UTF-8 allows. */
export const spoiledBytes = (chance: Chance, text: string): Buffer => {
  const bytes = Buffer.from(text);
  const at = chance.number(bytes.length + 1);
  const kind = chance.number(6);
  if (kind < 3)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(chance.pick(brokenBytes)), bytes.subarray(at)]);
  if (kind < 4) return bytes.subarray(0, at);
  if (kind < 5) return Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
};
