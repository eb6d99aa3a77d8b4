import { useState } from 'react';
import { formatYear, plural } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { announce } from '../../ui/live-region.tsx';
import { outcomes, outcomeWords } from './import-words.ts';
import type { ImportDetail, ImportOutcome, ImportRow } from './imports-queries.ts';
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
  { key: 'before', head: state === 'tried' ? 'Now' : 'Before', cell: ({ before }) => before ?? '–', align: 'end' },
  { key: 'after', head: 'In the file', cell: ({ after }) => after ?? '–', align: 'end' },
  { key: 'sentence', head: 'What it means', cell: ({ sentence }) => sentence, width: '38%' },
];

const atOnce = 200;

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
        All {all}
      </button>
      {outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <button key={outcome} type="button" aria-pressed={shown === outcome} onClick={() => onShow(outcome)}>
            {outcomeWords[outcome]} {counts[outcome]}
          </button>
        ))}
    </fieldset>
  );
};

/** What becomes of each row of the file. */
export const ImportRowsTable = ({ detail }: { detail: ImportDetail }) => {
  const [shown, setShown] = useState<ImportOutcome | null>(null);
  const [most, setMost] = useState(atOnce);
  const rows = shown === null ? detail.rows : detail.rows.filter(({ outcome }) => outcome === shown);
  const show = (outcome: ImportOutcome | null) => {
    setShown(outcome);
    setMost(atOnce);
    const count = outcome === null ? detail.rows.length : detail.counts[outcome];
    announce(`${plural(count, 'row')} shown`);
  };
  return (
    <>
      <OutcomeFilter counts={detail.counts} shown={shown} onShow={show} />
      <DataTable
        caption={`Rows of ${detail.fileName}`}
        captionHidden
        columns={columnsFor(detail.state)}
        rows={rows.slice(0, most)}
        rowKey={({ sheet, row }) => `${sheet} ${row}`}
        narrow="cards"
        dense
        empty="No row has this outcome any more."
      />
      {rows.length > most && (
        <p>
          <Button onClick={() => setMost(most + atOnce)}>
            Show more ({most} of {plural(rows.length, 'row')} shown)
          </Button>
        </p>
      )}
    </>
  );
};
