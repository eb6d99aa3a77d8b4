import { plural } from '../../lib/format.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import type { Bulk } from './use-bulk.ts';

/** One note for all values that are returned together. */
export const ReturnDialog = ({ bulk: { returning, giveBack, cancel } }: { bulk: Bulk }) => (
  <AskDialog
    open={returning.length > 0}
    title={`Return ${plural(returning.length, 'value')}`}
    label="What has to be fixed?"
    hint="Whoever entered the values reads this."
    missing="Say what has to be fixed"
    action="Return"
    onAnswer={async (note) => {
      await giveBack(note);
      return undefined;
    }}
    onClose={cancel}
  >
    <p>{returning.map(({ code }) => code).join(', ')}</p>
  </AskDialog>
);
