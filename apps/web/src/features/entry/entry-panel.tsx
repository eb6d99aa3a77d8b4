import type { EntryRow } from '@fbs/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatDay, formatYear } from '../../lib/format.ts';
import { DiscussionDisclosure } from '../../panels/discussion/discussion-panel.tsx';
import { EvidenceDisclosure } from '../../panels/evidence/evidence-panel.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { doubtOf, lacksExplanation, ratingOf, type TypedPair } from './cell-figures.ts';
import { checkCell, yearLabel } from './cell-work.ts';
import { definitionQuery, type EntryYear, entryQuery } from './entry-queries.ts';
import { HistoryDialog } from './history-dialog.tsx';
import { Breakdown } from './panel-breakdown.tsx';
import { MeasuredOn } from './panel-measured-on.tsx';
import { Narrative } from './panel-narrative.tsx';
import { EntryNotices, RatingPreview, UnsavedNotice } from './panel-notices.tsx';
import { PanelTarget } from './panel-target.tsx';
import { Explanation, SourceAndNote } from './panel-texts.tsx';
import { PanelWorkflow } from './panel-workflow.tsx';
import type { EntryWrites } from './use-entry-writes.ts';

type EntryPanelProps = {
  readonly row: EntryRow;
  readonly place: EntryYear;
  readonly threshold: string;
  readonly typed: TypedPair;
  readonly targetLock: string | null;
  readonly writes: EntryWrites;
  readonly onCorrect: () => void;
  readonly onSaved: () => void;
  readonly onNext: (code: string, year: number) => void;
};

/** Everything around the selected cell: how it would be rated, why, where it comes from, and what comes next. */
export const EntryPanel = (props: EntryPanelProps) => {
  const { row, place, threshold, typed, targetLock, writes, onCorrect, onSaved, onNext } = props;
  const { entry } = row;
  const name = `entry:${place.strategy}:${place.year}`;
  const result = ratingOf(row, threshold, typed);
  const unsaved = [typed.value, typed.target].filter((cell) => cell !== undefined);
  const isUnread = typed.value !== undefined && checkCell(row, typed.value) !== null;
  const hasFigure = entry.value !== null || typed.value !== undefined || row.kind === 'narrative';
  return (
    <aside className="panel" aria-label={`${row.code}, ${formatYear(entry.year)}`}>
      <PanelHead row={row} place={place} />
      {unsaved.map((cell) => (
        <UnsavedNotice key={cell.field} row={row} cell={cell} />
      ))}
      <EntryNotices row={row} doubt={doubtOf(row, typed)} />
      {hasFigure && !isUnread && !entry.withheld && (
        <RatingPreview result={result} isPreview={result !== entry.rating} />
      )}
      {entry.withheld ? null : (
        <>
          {row.kind === 'narrative' && <Narrative row={row} place={name} writes={writes} />}
          {hasFigure && row.role === 'performance' && (
            <Explanation
              row={row}
              place={name}
              writes={writes}
              required={result.explanationRequired || lacksExplanation(row, result)}
            />
          )}
          <MeasuredOn row={row} place={name} writes={writes} />
          <SourceAndNote row={row} place={name} writes={writes} />
          <PanelBreakdown row={row} place={place} name={name} writes={writes} />
          <PanelWorkflow row={row} writes={writes} onCorrect={onCorrect} onDone={onSaved} onNext={onNext} />
        </>
      )}
      <PanelTarget row={row} lock={targetLock} writes={writes} />
      <PanelAround key={entry.year} place={{ ...place, year: entry.year, indicator: row.code }} />
    </aside>
  );
};

const PanelHead = ({ row, place }: { row: EntryRow; place: EntryYear }) => {
  const [isOpen, setOpen] = useState(false);
  const { code, entry } = row;
  return (
    <header>
      <h2>
        {code}, {yearLabel(row)}
      </h2>
      <p className="small soft">
        {row.name}. {row.kind !== 'milestone' && row.kind !== 'narrative' && `In ${row.unit}, `}
        {formatDay(entry.period.start)} to {formatDay(entry.period.end)};{' '}
        {entry.rating.reason === 'new_indicator' ? 'added later, so not due' : `due ${formatDay(entry.dueDay)}`}.
      </p>
      <p className="panel__links">
        <Link to="/indicators/$code" params={{ code }} search={{ year: place.year, asOf: place.asOf }}>
          Definition
        </Link>
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          History
        </button>
      </p>
      <HistoryDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        place={place}
        code={code}
        label={yearLabel(row)}
        measured={row}
      />
    </header>
  );
};

type PanelBreakdownProps = {
  readonly row: EntryRow;
  readonly place: EntryYear;
  readonly name: string;
  readonly writes: EntryWrites;
};

/** Moving through the grid with the arrow keys should not ask the server for each row passed. */
const restBeforeLoading = 250;

const useRests = (): boolean => {
  const [isResting, setResting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), restBeforeLoading);
    return () => clearTimeout(timer);
  }, []);
  return isResting;
};

const PanelAround = ({ place }: { place: EntryYear & { readonly indicator: string } }) => {
  const enabled = useRests();
  return (
    <div>
      <EvidenceDisclosure place={place} enabled={enabled} />
      <DiscussionDisclosure place={place} enabled={enabled} />
    </div>
  );
};

const PanelBreakdown = ({ row, place, name, writes }: PanelBreakdownProps) => {
  const isResting = useRests();
  const definition = useQuery({ ...definitionQuery(place.strategy, row.code), enabled: isResting });
  const disaggregations = definition.data?.disaggregations ?? [];
  const entry = useQuery({ ...entryQuery(place, row.code), enabled: disaggregations.length > 0 });
  const error = definition.error ?? entry.error;
  if (error !== null) {
    const retry = () => void (definition.isError ? definition : entry).refetch();
    return <ErrorMessage title="The breakdown could not be loaded" error={error} onRetry={retry} />;
  }
  return disaggregations.length === 0 || entry.data === undefined ? null : (
    <Breakdown row={row} entry={entry.data} disaggregations={disaggregations} place={name} writes={writes} />
  );
};
