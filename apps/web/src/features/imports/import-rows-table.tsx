import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatYear, plural } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { outcomes, outcomeWords } from './import-words.ts';
import {
  type ImportDetail,
  type ImportOutcome,
  type ImportRow,
  importRowsQuery,
  rowsAtOnce,
} from './imports-queries.ts';
import { OutcomeMark } from './outcome-mark.tsx';

const columnsFor = (state: ImportDetail['state']): readonly Column<ImportRow>[] => [
  { key: 'row', head: 'Row', cell: ({ sheet, row }) => `${sheet} ${row}`, nowrap: true },
  { key: 'outcome', head: 'Outcome', cell: ({ outcome }) => <OutcomeMark outcome={outcome} />, nowrap: true },
  {
    key: 'about',
    head: 'About',
    cell: ({ indicator, year, what }) => (
      <>
        {indicator !== null && <b>{indicator}</b>} {year !== null && formatYear(year)}
        <span className="import__what">{what}</span>
      </>
    ),
  },
  {
    key: 'before',
    head: state === 'tried' || state === 'committing' ? 'Now' : 'Before',
    cell: ({ before }) => before ?? '–',
    align: 'end',
  },
  { key: 'after', head: 'In the file', cell: ({ after }) => after ?? '–', align: 'end' },
  { key: 'sentence', head: 'What it means', cell: ({ sentence }) => sentence, width: '38%' },
];

type FilterProps = {
  readonly counts: ImportDetail['counts'];
  readonly shown: ImportOutcome | null;
  readonly onShow: (outcome: ImportOutcome | null) => void;
};

/** The counts, each a button that shows its rows alone. */
const OutcomeFilter = ({ counts, shown, onShow }: FilterProps) => {
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <fieldset className="import__filter">
      <legend className="visually-hidden">Rows shown</legend>
      <button type="button" aria-pressed={shown === null} onClick={() => onShow(null)}>
        All {all.toLocaleString('en-US')}
      </button>
      {outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <button key={outcome} type="button" aria-pressed={shown === outcome} onClick={() => onShow(outcome)}>
            {outcomeWords[outcome]} {counts[outcome].toLocaleString('en-US')}
          </button>
        ))}
    </fieldset>
  );
};

type PagesProps = {
  readonly from: number;
  readonly shown: number;
  readonly all: number;
  readonly onEarlier: (() => void) | undefined;
  readonly onLater: (() => void) | undefined;
};

/** Where in a long file one is, and the way on. */
const Pages = ({ from, shown, all, onEarlier, onLater }: PagesProps) => {
  const where = `Rows ${(from + 1).toLocaleString('en-US')} to ${(from + shown).toLocaleString('en-US')}`;
  return (
    <nav className="import__pages" aria-label="Rows of the file">
      <Button disabled={onEarlier === undefined} onClick={onEarlier}>
        Earlier rows
      </Button>
      <span>
        {where} of {all.toLocaleString('en-US')}
      </span>
      <Button disabled={onLater === undefined} onClick={onLater}>
        Later rows
      </Button>
    </nav>
  );
};

type ImportRowsTableProps = { readonly strategy: string; readonly detail: ImportDetail };

/** What becomes of each row of the file. */
export const ImportRowsTable = ({ strategy, detail }: ImportRowsTableProps) => {
  const [shown, setShown] = useState<ImportOutcome | null>(null);
  // where each page seen so far begins: the positions between two pages of one outcome are the server's to know
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const query = useQuery(importRowsQuery(strategy, detail, shown, starts.at(-1) ?? 0));
  const all = shown === null ? outcomes.reduce((sum, each) => sum + detail.counts[each], 0) : detail.counts[shown];
  const show = (outcome: ImportOutcome | null) => {
    setShown(outcome);
    setStarts([0]);
    announce(`${plural(outcome === null ? all : detail.counts[outcome], 'row')} shown`);
  };
  const turn = (to: readonly number[]) => {
    setStarts(to);
    const from = (to.length - 1) * rowsAtOnce + 1;
    announce(`Rows from ${from.toLocaleString('en-US')} on`);
  };
  return (
    <>
      <OutcomeFilter counts={detail.counts} shown={shown} onShow={show} />
      <Loaded query={query} what="The rows" placeholder={<Loading what="the rows" height={240} />}>
        {({ rows, next }) => (
          <>
            <DataTable
              caption={`Rows of ${detail.fileName}`}
              captionHidden
              columns={columnsFor(detail.state)}
              rows={rows}
              rowKey={({ sheet, row }) => `${sheet} ${row}`}
              narrow="cards"
              dense
              empty="No row has this outcome any more."
            />
            {(starts.length > 1 || next !== null) && (
              <Pages
                from={(starts.length - 1) * rowsAtOnce}
                shown={rows.length}
                all={all}
                onEarlier={starts.length > 1 ? () => turn(starts.slice(0, -1)) : undefined}
                onLater={next === null || query.isPlaceholderData ? undefined : () => turn([...starts, next])}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
};
