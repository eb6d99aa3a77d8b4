import type { ServerResponse } from 'node:http';
import { ThreadBusy, WorkStopped } from '@fbs/documents';
import { DomainError } from './domain-error.ts';

/** Fires when who asked goes away before the answer was sent. */
export const untilGone = (raw: ServerResponse): AbortSignal => {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
};

/** That a thread has no room or no time is nobody's mistake: the caller may come again. */
export const inThread = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (signal?.aborted) throw new DomainError('unavailable', 'The export was cancelled.');
    if (error instanceof ThreadBusy || error instanceof WorkStopped) {
      throw new DomainError('unavailable', error.message);
    }
    throw error;
  }
};
