import { useRef, useState } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AddFile, AddLink } from './add-evidence.tsx';
import {
  type EvidenceOfYear,
  type EvidencePlace,
  fileAddress,
  type Piece,
  useEvidenceWrites,
} from './evidence-queries.ts';
import { kindWords } from './evidence-words.ts';
import './evidence.scss';

type BodyProps = { readonly place: EvidencePlace; readonly evidence: EvidenceOfYear };

/** The list of an indicator-year's evidence, and the ways to add to it. */
export const EvidenceBody = ({ place, evidence }: BodyProps) => {
  const { pieces, withheld, rights } = evidence;
  const [refusal, setRefusal] = useState<string>();
  const writes = useEvidenceWrites(place);
  const frame = useRef<HTMLDivElement>(null);
  const remove = async (piece: Piece) => {
    setRefusal(undefined);
    try {
      await writes.remove.mutateAsync(piece.id);
    } catch (error) {
      return setRefusal(reasonOf(error));
    }
    announce(`${piece.title} is removed`);
    // its button is gone
    frame.current?.focus();
  };
  return (
    <div className="evidence-body" ref={frame} tabIndex={-1}>
      {withheld && (
        <p className="small soft">
          This figure is not reported yet: its section, planners and reviewers see its evidence.
        </p>
      )}
      {!withheld && pieces.length === 0 && (
        <p className="small soft">Nothing shows yet where this figure comes from.</p>
      )}
      {pieces.length > 0 && (
        <ul className="evidence-list">
          {pieces.map((piece) => (
            <PieceRow
              key={piece.id}
              place={place}
              piece={piece}
              onRemove={rights.change ? () => void remove(piece) : undefined}
              isBusy={writes.remove.isPending}
            />
          ))}
        </ul>
      )}
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      {rights.change && <AddEvidence sizeLimit={evidence.sizeLimit} writes={writes} />}
    </div>
  );
};

type PieceRowProps = {
  readonly place: EvidencePlace;
  readonly piece: Piece;
  readonly onRemove: (() => void) | undefined;
  readonly isBusy: boolean;
};

const PieceRow = ({ place, piece, onRemove, isBusy }: PieceRowProps) => (
  <li>
    <p>
      {piece.kind === 'file' ? (
        <a href={fileAddress(place, piece)} download={piece.fileName ?? true}>
          {piece.title}
          <span className="visually-hidden"> (saves the file)</span>
        </a>
      ) : (
        <a href={piece.url ?? undefined} rel="noreferrer noopener" target="_blank">
          {piece.title}
          <span className="visually-hidden"> (opens in a new tab)</span>
        </a>
      )}{' '}
      <span className="small soft">({kindWords(piece)})</span>
    </p>
    <p className="small soft">
      {piece.person}, {formatInstant(piece.at)}
    </p>
    {onRemove !== undefined && (
      <Button kind="quiet" size="small" disabled={isBusy} onClick={onRemove}>
        Remove<span className="visually-hidden"> {piece.title}</span>
      </Button>
    )}
  </li>
);

type AddEvidenceProps = { readonly sizeLimit: number; readonly writes: ReturnType<typeof useEvidenceWrites> };

const AddEvidence = ({ sizeLimit, writes }: AddEvidenceProps) => {
  const [adding, setAdding] = useState<'file' | 'link' | null>(null);
  const opened = useRef<HTMLButtonElement>(null);
  const done = () => {
    setAdding(null);
    opened.current?.focus();
  };
  const buttonFor = (kind: 'file' | 'link') => (
    <Button
      size="small"
      aria-expanded={adding === kind}
      onClick={(event) => {
        opened.current = event.currentTarget;
        setAdding(adding === kind ? null : kind);
      }}
    >
      {kind === 'file' ? 'Add a file' : 'Add a link'}
    </Button>
  );
  return (
    <div className="evidence-add">
      <div className="evidence-add__ways">
        {buttonFor('file')}
        {buttonFor('link')}
      </div>
      {adding === 'file' && <AddFile writes={writes} sizeLimit={sizeLimit} onDone={done} />}
      {adding === 'link' && <AddLink writes={writes} onDone={done} />}
    </div>
  );
};
