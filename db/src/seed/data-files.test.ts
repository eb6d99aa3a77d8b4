import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSeedTable } from './seed-files.ts';

const published = new URL('../../../../shared/data/', import.meta.url);
const kept = new URL('../../seed/', import.meta.url);
const copies = [
  'fbs-2018-2022.json',
  'indicators.json',
  'jsp-2018-2022.csv',
  'tvpa-section-108.csv',
  'public-observations.csv',
  'office-facts.csv',
];

describe('the data files of the seed', () => {
  for (const name of copies) {
    it.skipIf(!existsSync(new URL(name, published)))(`${name} is, byte for byte, the file it was copied from`, () => {
      expect(readFileSync(new URL(name, kept)).equals(readFileSync(new URL(name, published)))).toBe(true);
    });
  }

  it('sources.csv names every source of a published figure once, and no other', () => {
    const cited = new Set(readSeedTable<'source'>('public-observations.csv').map((row) => row.source));
    const named = readSeedTable<'source'>('sources.csv').map((row) => row.source);
    expect(named.toSorted()).toEqual([...cited].toSorted());
  });

  it('sources.csv says of every day whether it is stated or derived, and why', () => {
    for (const row of readSeedTable<'source' | 'known_on' | 'how' | 'why'>('sources.csv')) {
      expect(['stated', 'derived'], row.source).toContain(row.how);
      expect(row.why, row.source).not.toBe('');
      expect(row.known_on, row.source).toMatch(/^(\d{4}-\d{2}-\d{2})?$/);
      if (row.known_on === '') expect(row.how, row.source).toBe('derived');
    }
  });
});
