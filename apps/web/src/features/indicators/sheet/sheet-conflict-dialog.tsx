import { formatInstant } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { IndicatorPage } from '../indicator-queries.ts';
import type { ConflictLine } from './sheet-conflict.ts';

type SheetConflictDialogProps = {
  readonly lines: readonly ConflictLine[];
  readonly theirs: IndicatorPage;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
};

/** Somebody else saved the sheet meanwhile: both versions, field by field, before anything is overwritten. */
export const SheetConflictDialog = (props: SheetConflictDialogProps) => {
  const { lines, theirs, onKeepMine, onTakeTheirs, onClose } = props;
  const latest = theirs.definitionVersions[0];
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title="Someone changed this definition while you had it open"
      actions={
        <>
          <Button kind="primary" onClick={onKeepMine}>
            Put my changes on top of theirs
          </Button>
          <Button onClick={onTakeTheirs}>Take theirs, drop mine</Button>
          <Button onClick={onClose}>Decide later</Button>
        </>
      }
    >
      {latest !== undefined && (
        <p>
          {`${latest.person} saved version ${latest.number} on ${formatInstant(latest.at)}`}
          {latest.reason === null ? '.' : `: ${latest.reason}`}
        </p>
      )}
      <p>
        Nothing of yours is saved or lost. On top of theirs, what only they changed stays theirs; where both changed the
        same field, yours stands. You see the result once more before it is saved.
      </p>
      <DataTable
        caption="Both versions, field by field"
        captionHidden
        dense
        narrow="cards"
        rows={lines}
        rowKey={({ term }) => term}
        columns={[
          {
            key: 'term',
            head: 'Field',
            rowHead: true,
            cell: ({ term, isContested }) => (
              <>
                {term} {isContested && <Tag tone="strong">both changed it</Tag>}
              </>
            ),
          },
          { key: 'began', head: 'When you began', cell: ({ began }) => <span className="soft">{began}</span> },
          { key: 'mine', head: 'Yours', cell: ({ mine }) => mine },
          { key: 'theirs', head: 'Theirs', cell: (line) => line.theirs },
        ]}
      />
    </Dialog>
  );
};
