import type { IndicatorDefinition } from '@fbs/core';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { definitionDifferences } from '../definition-facts.ts';

type ChangesDialogProps = {
  readonly before: IndicatorDefinition;
  readonly after: IndicatorDefinition;
  /** Saves with the reason; answers with why it could not. */
  readonly onSave: (reason: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** What will change, old and new side by side, and the question why. */
export const ChangesDialog = ({ before, after, onSave, onClose }: ChangesDialogProps) => (
  <AskDialog
    open
    title="What will change"
    label="Reason for the change"
    hint="It stays in the record with your name. Reviews that are final keep the definition they were made with."
    missing="Say why the definition changes"
    action="Save the new version"
    onAnswer={onSave}
    onClose={onClose}
  >
    <DataTable
      caption="What will change"
      captionHidden
      dense
      narrow="cards"
      rows={definitionDifferences(before, after)}
      rowKey={({ term }) => term}
      columns={[
        { key: 'term', head: 'Field', cell: ({ term }) => term, rowHead: true },
        { key: 'before', head: 'Until now', cell: (change) => <span className="soft">{change.before}</span> },
        { key: 'after', head: 'From now on', cell: (change) => change.after },
      ]}
    />
  </AskDialog>
);
