import { sizeWords } from '@fbs/core';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import type { FileWords } from './export-formats.ts';
import { useDownload } from './use-download.ts';

type FileCardProps = {
  readonly words: FileWords;
  readonly address: string;
  /** What it will be called; undefined: still being worked out. */
  readonly name: string | undefined;
  /** How large it is, or what else there is to know, in words; undefined: still being worked out. */
  readonly size: string | undefined;
};

/** Counts on while a file is made: a wait that can be seen is a shorter one. */
const Seconds = () => {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span className="num">{seconds} s</span>;
};

/** One kind of file: what it is good for, how large it is, and the way to get it. */
export const FileCard = ({ words: { title, forWhom, about }, address, name, size }: FileCardProps) => {
  const { progress, start, cancel } = useDownload(address, title);
  const isMaking = progress.step === 'making';
  return (
    <li className="format">
      <h3>{title}</h3>
      <p className="format__for">{forWhom}</p>
      <p className="format__about">{about}</p>
      <p className="format__file">
        <span>{name ?? '\u00a0'}</span>
        <span className="soft">{size ?? '\u00a0'}</span>
      </p>
      <div className="format__actions">
        <Button disabled={isMaking} onClick={() => void start()}>
          {isMaking ? 'Being made' : 'Download'}
          <span className="visually-hidden"> {title}</span>
        </Button>
        {isMaking && (
          <>
            <progress aria-label={`The ${title} file is being made`} />
            <Seconds />
            <Button kind="quiet" size="small" onClick={cancel}>
              Cancel<span className="visually-hidden"> {title}</span>
            </Button>
          </>
        )}
        {progress.step === 'done' && <span className="soft">{`Downloaded, ${sizeWords(progress.size)}`}</span>}
        {progress.step === 'cancelled' && <span className="soft">Cancelled: nothing was saved</span>}
      </div>
      {progress.step === 'failed' && (
        <ErrorMessage
          error={progress.error}
          title={`The ${title} file could not be made`}
          onRetry={() => void start()}
        />
      )}
    </li>
  );
};
