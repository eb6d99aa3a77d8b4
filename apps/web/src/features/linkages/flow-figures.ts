import { ratingLabels, ratings } from '@fbs/core';
import type { ChartCopy } from '../../ui/charts/copy/chart-copy.ts';
import type { Flow } from './flow.ts';
import type { NodeWords } from './trace.ts';

/** The lines of the drawing, each with how many performance indicators report behind it, by their ratings. */
export const flowFigures = (
  { links }: Pick<Flow, 'links'>,
  words: ReadonlyMap<string, NodeWords>,
): Pick<ChartCopy, 'columns' | 'rows'> => ({
  columns: [
    { head: 'From', kind: 'text' },
    { head: 'To', kind: 'text' },
    { head: 'Performance indicators reporting', kind: 'figure' },
    ...ratings.map((rating) => ({ head: ratingLabels[rating], kind: 'figure' as const })),
  ],
  rows: links.map(({ from, to, reporting, parts }) => [
    words.get(from)?.name ?? from,
    words.get(to)?.name ?? to,
    String(reporting),
    ...ratings.map((rating) => String(parts.find((part) => part.rating === rating)?.count ?? 0)),
  ]),
});
