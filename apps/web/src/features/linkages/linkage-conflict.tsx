import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Difference, differences, draftOf, type LinkageDraft } from './linkage-draft.ts';
import type { EditableLinkage } from './linkages-queries.ts';

type LinkageConflictProps = {
  readonly mine: LinkageDraft;
  readonly theirs: EditableLinkage;
  readonly onKeepMine: () => void;
  readonly onClose: () => void;
};

const shown = (text: string) => (text === '' ? <span className="soft">Empty</span> : text);

/** Somebody else changed the linkage meanwhile: both versions side by side, nothing overwritten. */
export const LinkageConflict = ({ mine, theirs, onKeepMine, onClose }: LinkageConflictProps) => (
  <div className="stack">
    {theirs.removed ? (
      <Notice kind="warning" announced title="Someone removed this linkage while you had it open">
        Close this and add it anew if it should stand.
      </Notice>
    ) : (
      <>
        <Notice kind="warning" announced title="Someone changed this linkage while you had it open">
          Nothing has been overwritten.
        </Notice>
        <DataTable
          caption="Both versions"
          captionHidden
          narrow="cards"
          rows={differences(mine, draftOf(theirs))}
          rowKey={({ what }: Difference) => what}
          columns={[
            { key: 'what', head: 'What', rowHead: true, cell: ({ what }) => what },
            { key: 'mine', head: 'Yours, not saved', cell: (row) => shown(row.mine) },
            { key: 'theirs', head: 'Theirs', cell: (row) => shown(row.theirs) },
          ]}
        />
      </>
    )}
    <div className="row">
      {!theirs.removed && (
        <Button kind="primary" onClick={onKeepMine}>
          Go on with mine
        </Button>
      )}
      <Button onClick={onClose}>{theirs.removed ? 'Close' : 'Keep theirs'}</Button>
    </div>
  </div>
);
