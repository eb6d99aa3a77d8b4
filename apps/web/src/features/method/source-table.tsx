import { formatDay } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { MethodPart } from './method-part.tsx';
import type { MethodPage } from './method-queries.ts';

type Source = MethodPage['sources'][number];

const columns: readonly Column<Source>[] = [
  { key: 'source', head: 'Source', cell: ({ source }) => source },
  { key: 'known', head: 'Known since', nowrap: true, cell: ({ knownOn }) => formatDay(knownOn) },
  { key: 'figures', head: 'Figures', align: 'end', cell: ({ figures }) => figures },
  {
    key: 'verification',
    head: 'Verified as',
    cell: ({ verification }) => `${verification.charAt(0).toUpperCase()}${verification.slice(1)}`,
  },
];

/** Where the published figures come from, newest first. */
export const SourceTable = ({ sources }: { sources: MethodPage['sources'] }) => {
  const figures = sources.reduce((sum, source) => sum + source.figures, 0);
  return (
    <MethodPart name="sources">
      <p>
        {figures} published figures were loaded, each known from the day on which its source came out: an earlier “as
        of” day shows it as not yet known.
      </p>
      <DataTable
        caption="Sources, newest first"
        columns={columns}
        rows={sources.toSorted((a, b) => b.knownOn.localeCompare(a.knownOn))}
        rowKey={({ source, knownOn }) => `${source} ${knownOn}`}
        empty="No published figures have been loaded."
        narrow="cards"
        dense
      />
    </MethodPart>
  );
};
