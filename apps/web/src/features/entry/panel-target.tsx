import type { EntryRow } from '@fbs/contract';
import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { announce } from '../../ui/live-region.tsx';
import { yearLabel } from './cell-work.ts';
import { shownTarget } from './figures.ts';
import type { EntryWrites } from './use-entry-writes.ts';

type PanelTargetProps = {
  readonly row: EntryRow;
  readonly lock: string | null;
  readonly writes: EntryWrites;
};

/** The target in force beside the one first set, and the way to have none on purpose. */
export const PanelTarget = ({ row, lock, writes }: PanelTargetProps) => {
  const { code, entry } = row;
  const { target } = entry;
  const [isAsking, setAsking] = useState(false);
  const shown = shownTarget(target, row);
  const answer = async (reason: string) => {
    const change = { noTarget: { reason }, ...(target.version > 0 ? { reason } : {}) };
    try {
      await writes.setTarget(code, change, target.version);
    } catch (error) {
      return reasonOf(error);
    }
    announce(`${code}: no target, on purpose`);
    setAsking(false);
    return undefined;
  };
  return (
    <section className="panel__part">
      <h3>Target</h3>
      <p>
        {shown ?? noTargetWords(target)}
        {shown !== null && target.illustrative && (
          <>
            {' '}
            <IllustrativeMark />
          </>
        )}
      </p>
      <TargetHistory row={row} />
      {lock === null
        ? target.noTargetReason === null && (
            <Button size="small" onClick={() => setAsking(true)}>
              No target, on purpose …
            </Button>
          )
        : // Where the whole entry is closed, the panel has said so above.
          lock !== row.rights.lock?.sentence && <p className="small soft">{lock}</p>}
      <AskDialog
        open={isAsking}
        title={`No target for ${code}, ${yearLabel(row)}`}
        label="Why is there no target?"
        missing="Say why there is no target"
        action="Record that there is none"
        onAnswer={answer}
        onClose={() => setAsking(false)}
      >
        <p>The value will be shown without a rating. The reason stays visible beside it.</p>
      </AskDialog>
    </section>
  );
};

const noTargetWords = ({ version, noTargetReason }: EntryRow['entry']['target']): string => {
  if (noTargetReason !== null) return `None, on purpose: ${noTargetReason}`;
  return version === 0 ? 'No target has been set.' : 'None: it was taken back.';
};

const TargetHistory = ({ row }: { row: EntryRow }) => {
  const { initial, revised, afterResult } = row.entry.target;
  if (!revised || initial === null) return null;
  const first = shownTarget(initial, row) ?? 'none';
  return (
    <p className="small soft">
      First set: {first}. {afterResult && <b>Revised after the result was known.</b>}
    </p>
  );
};
