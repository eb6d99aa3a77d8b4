import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { useAnnounceChange } from '../../ui/announce-change.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { progressSentence, resultSentence, rowsSentence, stateWords } from './import-words.ts';
import { type ImportDetail, importQuery, type ImportProgress as Progress, stop } from './imports-queries.ts';

/** Stops what is under way, and shows what became of it. */
const useStop = (strategy: string, detail: ImportDetail) => {
  const queryClient = useQueryClient();
  const [isStopping, setStopping] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const cancel = async () => {
    setStopping(true);
    try {
      const stopped = await stop(strategy, detail);
      queryClient.setQueryData(importQuery(strategy, detail.id).queryKey, stopped);
      announce(resultSentence(stopped));
    } catch (error) {
      setRefusal(reasonOf(error));
    }
    await refreshAfterWrite(queryClient);
    setStopping(false);
  };
  return { isStopping, refusal, cancel };
};

type ImportProgressProps = { readonly strategy: string; readonly detail: ImportDetail; readonly progress: Progress };

/** How far an import is, in a bar and in words, with the way to stop it. */
export const ImportProgress = ({ strategy, detail, progress }: ImportProgressProps) => {
  const { isStopping, refusal, cancel } = useStop(strategy, detail);
  // said at each phase and each quarter only, so that nobody is talked at
  useAnnounceChange(progressSentence({ ...progress, percent: Math.floor(progress.percent / 25) * 25 }));
  return (
    <Notice title={stateWords[detail.state]}>
      <p>{resultSentence(detail)} You may leave this page: the import goes on, and you find it in the list below.</p>
      <ProgressBar
        words={progressSentence(progress)}
        share={progress.ofRows === null ? null : progress.percent / 100}
        note={rowsSentence(progress)}
      />
      {detail.mayCancel && (
        <div className="notice__actions">
          <Button disabled={isStopping} onClick={() => void cancel()}>
            {isStopping ? 'Cancelling …' : 'Cancel the import'}
          </Button>
        </div>
      )}
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
    </Notice>
  );
};
