import { useEffect, useRef, useState } from 'react';
import { fetchFile, saveFile } from '../../lib/download-file.ts';
import { announce } from '../../ui/live-region.tsx';

type Progress =
  | { readonly step: 'idle' }
  | { readonly step: 'making' }
  | { readonly step: 'done'; readonly name: string; readonly size: number }
  | { readonly step: 'cancelled' }
  | { readonly step: 'failed'; readonly error: unknown };

/** One file: asked for, made by the server, saved; it can be cancelled until it is here. */
export const useDownload = (address: string, title: string) => {
  const [progress, setProgress] = useState<Progress>({ step: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (): Promise<void> => {
    const abort = new AbortController();
    running.current = abort;
    setProgress({ step: 'making' });
    announce(`The ${title} file is being made`);
    try {
      const file = await fetchFile(address, abort.signal);
      saveFile(file);
      setProgress({ step: 'done', name: file.name, size: file.blob.size });
      announce(`${file.name} was downloaded`);
    } catch (error) {
      setProgress(abort.signal.aborted ? { step: 'cancelled' } : { step: 'failed', error });
      announce(abort.signal.aborted ? `The ${title} file was cancelled` : `The ${title} file could not be made`);
    }
  };

  return { progress, start, cancel: () => running.current?.abort() };
};
