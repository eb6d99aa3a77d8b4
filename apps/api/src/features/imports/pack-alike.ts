import type { importRepository } from '@fbs/db';
import { type ImportRecords, joined, type Listed } from '@fbs/documents';
import type { AlikeRows, AlikeRun } from './check-alike.ts';
import { blockPacker, packSame } from './import-blocks.ts';
import type { PartPlan, RowPlace } from './import-rows.ts';
import type { Group } from './write-rows.ts';

/** What the rows would write, by place; nothing is made for a row before it is written. */
export const groupsOf = ({ runs, categories, values }: AlikeRows): Group[] => {
  const byPlace = new Map<RowPlace, AlikeRun[]>();
  for (const run of runs) byPlace.set(run.place, [...(byPlace.get(run.place) ?? []), run]);
  const partsOf = ({ from, until, dimension }: AlikeRun): Listed<PartPlan> => ({
    length: until - from,
    at: (position) => {
      const [category = '', value = ''] = [categories[from + position], values[from + position]];
      return { kind: 'breakdown', dimension, category, value };
    },
  });
  return [...byPlace].map(([place, own]) => ({
    place,
    reason: own.find(({ first }) => first.reason !== null)?.first.reason ?? null,
    plans: [],
    parts: joined(own.map(partsOf)),
  }));
};

type Span = { readonly number: number; readonly start: number; readonly end: number };

const positions = ({ start, end }: Span): number[] => Array.from({ length: end - start }, (_, at) => start + at);

/** The block of some rows; a block may hold rows of several runs. */
export const packAlike = (records: ImportRecords, alike: AlikeRows, span: Span): importRepository.ImportBlock => {
  const { number, start, end } = span;
  const there = alike.runs.filter(({ from, until }) => from < end && until > start);
  const [run] = there;
  const rowAt = records.plain?.text.rowAt;
  if (run !== undefined && there.length === 1 && rowAt !== undefined) {
    const rows = positions(span);
    return packSame(number, {
      first: run.first,
      rows: rows.map(rowAt),
      categories: alike.categories.slice(start, end),
      values: alike.values.slice(start, end),
      shown: rows.map((position) => alike.shown(run, position)),
    });
  }
  const packer = blockPacker();
  for (const each of there) {
    for (let position = Math.max(start, each.from); position < Math.min(end, each.until); position += 1) {
      const record = records.at(position);
      const finding = { ...each.first.finding, row: record.row, after: alike.shown(each, position) };
      packer.add({ record, finding });
    }
  }
  return packer.block(number);
};
