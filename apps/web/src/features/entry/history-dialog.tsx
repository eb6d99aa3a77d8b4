import { entryActionLabels } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api-client.ts';
import { formatFigure } from '../../lib/figure.ts';
import { formatDay, formatInstant } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Loading } from '../../ui/loading.tsx';
import { type EntryYear, entryHistoryQuery } from './entry-queries.ts';
import { type Measured, shownTarget } from './figures.ts';

type History = AnswerOf<'GET /api/strategies/:strategy/indicators/:indicator/values/:year/history'>;
type Vintage = History['vintages'][number];
type TargetVintage = History['targets'][number];

type HistoryDialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly place: EntryYear;
  readonly code: string;
  readonly label: string;
  readonly measured: Measured;
};

/** Every version of a value and of its target: who, when, what, why. Nothing is ever taken out of it. */
export const HistoryDialog = ({ open, onClose, place, code, label, measured }: HistoryDialogProps) => {
  const history = useQuery({ ...entryHistoryQuery(place, code), enabled: open });
  return (
    <Dialog open={open} onClose={onClose} size="wide" title={`History of ${code}, ${label}`}>
      {history.isPending && <Loading what="the history" />}
      {history.isError && (
        <ErrorMessage
          title="The history could not be loaded"
          error={history.error}
          onRetry={() => void history.refetch()}
        />
      )}
      {history.data !== undefined && (
        <>
          <DataTable
            caption="Versions of the value, newest first"
            columns={vintageColumns(measured)}
            rows={history.data.vintages}
            rowKey={({ number }) => String(number)}
            empty="Nothing has been entered yet."
            narrow="cards"
            dense
          />
          <DataTable
            caption="Versions of the target, newest first"
            columns={targetColumns(measured)}
            rows={history.data.targets}
            rowKey={({ number }) => String(number)}
            empty="No target has been set yet."
            narrow="cards"
            dense
          />
          <p className="small soft">Times are UTC.</p>
        </>
      )}
    </Dialog>
  );
};

const When = ({ person, at }: { person: string; at: string }) => (
  <>
    {formatInstant(at)}
    <br />
    <span className="soft">{person}</span>
  </>
);

const vintageColumns = (measured: Measured): readonly Column<Vintage>[] => [
  { key: 'when', head: 'When, who', nowrap: true, cell: ({ person, at }) => <When person={person} at={at} /> },
  { key: 'what', head: 'What', cell: ({ action }) => entryActionLabels[action] },
  {
    key: 'value',
    head: 'Value',
    align: 'end',
    nowrap: true,
    cell: ({ value, withheld, illustrative }) => (
      <>
        {withheld ? 'Withheld' : value === null ? '–' : formatFigure(value, measured)}
        {illustrative && value !== null && (
          <>
            {' '}
            <IllustrativeMark />
          </>
        )}
      </>
    ),
  },
  { key: 'why', head: 'Reason, explanation, source', cell: (vintage) => <Words vintage={vintage} /> },
];

const Words = ({ vintage }: { vintage: Vintage }) => {
  const { reason, explanation, note, source, text, measuredOn } = vintage;
  const measured = measuredOn ? `Measured on ${formatDay(measuredOn)}` : null;
  const words = [reason, explanation, note, source, measured, text].filter(
    (each): each is string => each !== null && each !== '',
  );
  return words.length === 0 ? '–' : words.map((each) => <p key={each}>{each}</p>);
};

const targetColumns = (measured: Measured): readonly Column<TargetVintage>[] => [
  { key: 'when', head: 'When, who', nowrap: true, cell: ({ person, at }) => <When person={person} at={at} /> },
  {
    key: 'target',
    head: 'Target',
    align: 'end',
    nowrap: true,
    cell: (target) => (
      <>
        {shownTarget(target, measured) ?? (target.noTargetReason === null ? 'Taken back' : 'None, on purpose')}
        {target.illustrative && (
          <>
            {' '}
            <IllustrativeMark />
          </>
        )}
      </>
    ),
  },
  {
    key: 'why',
    head: 'Reason',
    cell: ({ reason, noTargetReason, afterResult }) =>
      [reason ?? noTargetReason, afterResult ? 'Revised after the result was known.' : null]
        .filter(Boolean)
        .join(' ') || '–',
  },
];
