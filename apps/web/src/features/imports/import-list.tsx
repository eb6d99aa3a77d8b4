import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { badRows, goodRows, resultSentence, stateWords } from './import-words.ts';
import { type ImportLine, importQuery, takeBack } from './imports-queries.ts';

type UndoDialogProps = {
  readonly strategy: string;
  readonly line: ImportLine | null;
  readonly onClose: () => void;
};

const UndoDialog = ({ strategy, line, onClose }: UndoDialogProps) => {
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const undo = async () => {
    if (line === null) return;
    setBusy(true);
    try {
      const undone = await takeBack(strategy, line);
      queryClient.setQueryData(importQuery(strategy, line.id).queryKey, undone);
      announce(resultSentence(undone));
      close();
    } catch (error) {
      setRefusal(reasonOf(error));
    }
    await refreshAfterWrite(queryClient);
    setBusy(false);
  };
  return (
    <Dialog
      open={line !== null}
      onClose={close}
      title="Take this import back?"
      actions={
        <>
          <Button kind="danger" disabled={isBusy} onClick={() => void undo()}>
            Take it back
          </Button>
          <Button onClick={close}>Cancel</Button>
        </>
      }
    >
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <p>
        Everything that came from <b>{line?.fileName}</b> goes back to what stood before. The history keeps both. If
        anything of it was changed since, nothing is taken back.
      </p>
    </Dialog>
  );
};

/** Nothing is counted before a file was read. */
const rowsOf = ({ state, counts }: ImportLine, count: typeof goodRows): string =>
  state === 'reading' || state === 'refused' ? '–' : count(counts).toLocaleString('en-US');

const columns: readonly Column<ImportLine>[] = [
  {
    key: 'file',
    head: 'File',
    cell: ({ id, fileName }) => (
      <Link to="/entry/import" search={(previous) => ({ ...previous, import: id })}>
        {fileName}
      </Link>
    ),
  },
  { key: 'person', head: 'Uploaded by', cell: ({ tried }) => tried.person },
  { key: 'at', head: 'When (UTC)', cell: ({ tried }) => formatInstant(tried.at) },
  {
    key: 'state',
    head: 'State',
    cell: ({ state, progress }) =>
      progress === null ? stateWords[state] : `${stateWords[state]}, ${progress.percent}%`,
  },
  { key: 'good', head: 'Good rows', cell: (line) => rowsOf(line, goodRows), align: 'end' },
  { key: 'bad', head: 'Refused', cell: (line) => rowsOf(line, badRows), align: 'end' },
];

const undoColumn = (onUndo: (line: ImportLine) => void): Column<ImportLine> => ({
  key: 'undo',
  head: <span className="visually-hidden">Action</span>,
  label: 'Action',
  cell: (line) =>
    line.mayUndo ? (
      <Button size="small" aria-label={`Take ${line.fileName} back`} onClick={() => onUndo(line)}>
        Take back …
      </Button>
    ) : (
      '–'
    ),
});

type ImportListProps = { readonly strategy: string; readonly imports: readonly ImportLine[] };

/** Every import that one may see, newest first, with the way to take it back. */
export const ImportList = ({ strategy, imports }: ImportListProps) => {
  const [undoing, setUndoing] = useState<ImportLine | null>(null);
  return (
    <>
      <DataTable
        caption="Imports so far"
        captionHidden
        columns={imports.some(({ mayUndo }) => mayUndo) ? [...columns, undoColumn(setUndoing)] : columns}
        rows={imports}
        rowKey={({ id }) => id}
        narrow="cards"
        dense
        empty="Nothing was imported yet. What you upload is listed here, and can be taken back."
      />
      <UndoDialog strategy={strategy} line={undoing} onClose={() => setUndoing(null)} />
    </>
  );
};
