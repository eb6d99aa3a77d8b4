import type { ImportProgress } from '@fbs/contract';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type ImportPlace, runningOf, showImport } from './import-work.ts';

export type ImportListener = {
  readonly progress: (progress: ImportProgress) => void;
  /** What the import is now; `refusal`: why nothing came of what was under way. */
  readonly ended: (end: { readonly state: string; readonly refusal: string | null }) => void;
};

/** Tells how far an import is, and how it ended. @throws DomainError not_found */
export const watchImport = async (
  context: Context,
  place: ImportPlace,
): Promise<(listener: ImportListener) => void> => {
  const { state } = await showImport(context, place);
  const running = runningOf(context, place);
  if (running === undefined) return ({ ended }) => ended({ state, refusal: null });
  return ({ progress, ended }) => {
    progress(running.progress());
    running.onProgress(progress);
    const end = async (): Promise<void> => {
      const refusal = await running.ended.then(
        () => null,
        (error: unknown) =>
          error instanceof DomainError ? error.message : 'The service made a mistake: nothing was written.',
      );
      ended({ state: (await showImport(context, place)).state, refusal });
    };
    end().catch(() => ended({ state, refusal: null }));
  };
};
