import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LinkageDialog } from './linkage-dialog.tsx';
import { type LinkageDraft, linkageName } from './linkage-draft.ts';
import { sentenceCase } from './linkage-words.ts';
import { type EditableLinkage, useLinkageWrites } from './linkages-queries.ts';

export type LinkageTools = {
  readonly add: () => void;
  readonly edit: (linkage: EditableLinkage) => void;
  readonly remove: (linkage: EditableLinkage) => void;
  readonly restore: (linkage: Pick<EditableLinkage, 'id' | 'version'>) => void;
};

type Open =
  | { readonly what: 'form'; readonly linkage: EditableLinkage | null }
  | { readonly what: 'removal'; readonly linkage: EditableLinkage };

type Done = {
  readonly removed?: EditableLinkage;
  readonly restored?: EditableLinkage;
  readonly refusal?: string;
};

type DoneProps = { readonly done: Done; readonly onUndo: (removed: EditableLinkage) => void };

const DoneWords = ({ done: { removed, restored, refusal }, onUndo }: DoneProps) => {
  if (refusal !== undefined) return <Notice kind="error" announced title={refusal} />;
  if (restored !== undefined) return <Notice kind="done" announced title={`Brought back: ${linkageName(restored)}`} />;
  if (removed === undefined) return null;
  return (
    <Notice kind="done" announced title={`Removed: ${linkageName(removed)}`}>
      <div className="row">
        <span>Past days and signed reviews still show it.</span>
        <Button size="small" onClick={() => onUndo(removed)}>
          Undo
        </Button>
      </div>
    </Notice>
  );
};

/** What was just done, with the way back; it takes the focus, because what had it is gone. */
const DoneNotice = ({ done, onUndo }: DoneProps) => {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(done).length > 0) frame.current?.focus();
  }, [done]);
  return (
    <div ref={frame} tabIndex={-1} className="linkage-done">
      <DoneWords done={done} onUndo={onUndo} />
    </div>
  );
};

const RemovalDialog = (props: {
  linkage: EditableLinkage;
  onAnswer: (reason: string) => Promise<string | undefined>;
  onClose: () => void;
}) => (
  <AskDialog
    open
    title="Remove the linkage"
    label="Why is it removed?"
    missing="Say why it is removed: a signed review holds this linkage"
    action="Remove it"
    onAnswer={props.onAnswer}
    onClose={props.onClose}
  >
    <p>
      {sentenceCase(linkageName(props.linkage))} stands in a signed review, which keeps it. From today on it is no
      longer shown.
    </p>
  </AskDialog>
);

/** For planners, and only today: adding, editing and removing; `panel` stands where the screen wants it. */
export const useLinkageTools = (
  start: Partial<LinkageDraft>,
): { readonly tools: LinkageTools | null; readonly panel: ReactNode } => {
  const may = useMay('edit linkages');
  const { asOf } = useYearAndAsOf();
  const writes = useLinkageWrites();
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState<Done>({});
  const close = () => setOpen(undefined);
  const remove = async (linkage: EditableLinkage, reason: string | null): Promise<string | undefined> => {
    try {
      const removed = await writes.remove(linkage, reason);
      close();
      setDone({ removed });
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  };
  const removeAtOnce = async (linkage: EditableLinkage) => {
    const refusal = await remove(linkage, null);
    if (refusal !== undefined) setDone({ refusal });
  };
  const restore = async (linkage: Pick<EditableLinkage, 'id' | 'version'>) => {
    try {
      setDone({ restored: await writes.restore(linkage) });
    } catch (error) {
      setDone({ refusal: reasonOf(error) });
    }
  };
  if (!may || asOf !== undefined) return { tools: null, panel: null };
  return {
    tools: {
      add: () => setOpen({ what: 'form', linkage: null }),
      edit: (linkage) => setOpen({ what: 'form', linkage }),
      remove: (linkage) => (linkage.signed ? setOpen({ what: 'removal', linkage }) : void removeAtOnce(linkage)),
      restore: (linkage) => void restore(linkage),
    },
    panel: (
      <>
        <DoneNotice done={done} onUndo={(removed) => void restore(removed)} />
        {open?.what === 'form' && <LinkageDialog linkage={open.linkage} start={start} onClose={close} />}
        {open?.what === 'removal' && (
          <RemovalDialog linkage={open.linkage} onAnswer={(reason) => remove(open.linkage, reason)} onClose={close} />
        )}
      </>
    ),
  };
};

type LinkageButtonsProps = { readonly linkage: EditableLinkage; readonly tools: LinkageTools | null };

export const LinkageButtons = ({ linkage, tools }: LinkageButtonsProps) =>
  tools === null ? null : (
    <span className="linkage-buttons">
      <Button kind="quiet" size="small" onClick={() => tools.edit(linkage)}>
        Edit<span className="visually-hidden"> the linkage of {linkageName(linkage)}</span>
      </Button>
      <Button kind="quiet" size="small" onClick={() => tools.remove(linkage)}>
        Remove<span className="visually-hidden"> the linkage of {linkageName(linkage)}</span>
      </Button>
    </span>
  );
