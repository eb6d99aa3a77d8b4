import { useRef, useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { AddFile, AddLink } from './add-evidence.tsx';
import type { EvidenceWays } from './evidence-ways.ts';
import { kindWords, type ShownPiece } from './evidence-words.ts';
import './evidence.scss';

type PiecesProps = {
  readonly pieces: readonly ShownPiece[];
  /** What stands there while there is none. */
  readonly empty: string;
  /** undefined: nothing may be added or removed. */
  readonly ways: EvidenceWays | undefined;
};

/** Evidence, whatever it belongs to, with the ways to add to it and to remove from it. */
export const EvidencePieces = ({ pieces, empty, ways }: PiecesProps) => {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const remove = async (piece: ShownPiece, { remove: send }: EvidenceWays) => {
    setRefusal(undefined);
    setBusy(true);
    try {
      await send(piece);
    } catch (error) {
      return setRefusal(reasonOf(error));
    } finally {
      setBusy(false);
    }
    announce(`${piece.title} is removed`);
    // its button is gone
    frame.current?.focus();
  };
  return (
    <div className="evidence-body" ref={frame} tabIndex={-1}>
      {pieces.length === 0 && <p className="small soft">{empty}</p>}
      {pieces.length > 0 && (
        <ul className="evidence-list">
          {pieces.map((piece) => (
            <PieceRow
              key={piece.id}
              piece={piece}
              onRemove={ways === undefined ? undefined : () => void remove(piece, ways)}
              isBusy={isBusy}
            />
          ))}
        </ul>
      )}
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      {ways !== undefined && <AddEvidence ways={ways} />}
    </div>
  );
};

type PieceRowProps = {
  readonly piece: ShownPiece;
  readonly onRemove: (() => void) | undefined;
  readonly isBusy: boolean;
};

const PieceRow = ({ piece, onRemove, isBusy }: PieceRowProps) => (
  <li className={classes(piece.added === undefined && 'evidence-list__short')}>
    <p>
      {piece.kind === 'file' ? (
        <a href={piece.address} download={piece.fileName}>
          {piece.title}
          <span className="visually-hidden"> (saves the file)</span>
        </a>
      ) : (
        <a href={piece.url} rel="noreferrer noopener" target="_blank">
          {piece.title}
          <span className="visually-hidden"> (opens in a new tab)</span>
        </a>
      )}{' '}
      <span className="small soft">({kindWords(piece)})</span>
    </p>
    {piece.added !== undefined && <p className="small soft">{piece.added}</p>}
    {onRemove !== undefined && (
      <Button kind="quiet" size="small" disabled={isBusy} onClick={onRemove}>
        Remove<span className="visually-hidden"> {piece.title}</span>
      </Button>
    )}
  </li>
);

const AddEvidence = ({ ways }: { readonly ways: EvidenceWays }) => {
  const [adding, setAdding] = useState<'file' | 'link' | null>(null);
  const [dropped, setDropped] = useState<FileList>();
  const opened = useRef<HTMLButtonElement>(null);
  const fileButton = useRef<HTMLButtonElement>(null);
  const open = (kind: typeof adding, button: HTMLButtonElement | null, files?: FileList) => {
    opened.current = button;
    setDropped(files);
    setAdding(kind);
  };
  const drop = useFileDrop((files) => open('file', fileButton.current, files));
  const done = () => {
    setAdding(null);
    opened.current?.focus();
  };
  const buttonFor = (kind: 'file' | 'link') => (
    <Button
      ref={kind === 'file' ? fileButton : undefined}
      size="small"
      aria-expanded={adding === kind}
      onClick={(event) => open(adding === kind ? null : kind, event.currentTarget)}
    >
      {kind === 'file' ? 'Add a file' : 'Add a link'}
    </Button>
  );
  return (
    // Dropping is a second way to what the button does.
    <section className="evidence-add" {...drop}>
      <div className="evidence-add__ways">
        {buttonFor('file')}
        {buttonFor('link')}
        <span className="small soft">or drop a file here</span>
      </div>
      {adding === 'file' && <AddFile ways={ways} dropped={dropped} onDone={done} />}
      {adding === 'link' && <AddLink ways={ways} onDone={done} />}
    </section>
  );
};
