import type { BreakdownRow, Day } from '@fbs/core';
import { readSeedTable } from './seed-files.ts';
import type { ValueEvent } from './value-history.ts';

type EntryColumn =
  | 'indicator'
  | 'year'
  | 'on'
  | 'action'
  | 'by'
  | 'value'
  | 'source'
  | 'explanation'
  | 'measured_on'
  | 'reason';
type BreakdownColumn = 'indicator' | 'year' | 'on' | 'dimension' | 'category' | 'value';
type Action = Exclude<ValueEvent['action'], 'published'>;

/** In working hours of Washington; in an order that lets somebody enter, submit and approve on one day. */
const timeOf: Readonly<Record<Action, string>> = {
  entered: '14:00',
  corrected: '14:30',
  marked_not_applicable: '15:00',
  explained: '15:00',
  submitted: '15:30',
  returned: '16:30',
  approved: '18:00',
};

const readBreakdowns = (): Map<string, BreakdownRow[]> => {
  const byEntry = new Map<string, BreakdownRow[]>();
  for (const row of readSeedTable<BreakdownColumn>('illustrative/breakdowns.csv')) {
    const entry = keyOf(row.indicator, row.year, row.on);
    const { dimension, category, value } = row;
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), { dimension, category, value }]);
  }
  return byEntry;
};

const keyOf = (code: string, year: string, day: Day): string => `${code}/${year}/${day}`;

/** What the office's people might have entered, submitted, returned, approved and explained. */
export const illustrativeEvents = (): ValueEvent[] => {
  const breakdowns = readBreakdowns();
  return readSeedTable<EntryColumn>('illustrative/entries.csv').map((row) => {
    const action = row.action as Action;
    const hasFigure = action === 'entered' || action === 'corrected';
    const breakdown = hasFigure ? breakdowns.get(keyOf(row.indicator, row.year, row.on)) : undefined;
    return {
      code: row.indicator,
      year: Number(row.year),
      at: `${row.on}T${timeOf[action]}:00.000Z`,
      personId: row.by,
      action,
      ...(row.value && { value: row.value }),
      ...(row.source && { source: row.source }),
      ...(row.explanation && { explanation: row.explanation }),
      ...(row.measured_on && { measuredOn: row.measured_on }),
      ...(row.reason && { reason: row.reason }),
      ...(breakdown && { breakdown }),
    };
  });
};
