import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { announce } from '../../ui/live-region.tsx';
import { resultSentence } from './import-words.ts';
import { type ImportDetail, type ImportProgress, importQuery, progressAddress } from './imports-queries.ts';

type Ended = { readonly refusal: string | null };

/** How far an import is, by what the server tells; once it is through, everything is asked again and its end is said. */
export const useProgress = (strategy: string, detail: ImportDetail) => {
  const queryClient = useQueryClient();
  const [told, setTold] = useState<ImportProgress | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const { id } = detail;
  const isUnderWay = detail.progress !== null;
  useEffect(() => {
    if (!isUnderWay) return;
    setRefusal(undefined);
    setTold(null);
    const source = new EventSource(progressAddress(strategy, id));
    const end = async (ended: Ended) => {
      if (ended.refusal !== null) setRefusal(ended.refusal);
      await refreshAfterWrite(queryClient);
      const now = await queryClient.fetchQuery(importQuery(strategy, id));
      announce(ended.refusal ?? resultSentence(now));
    };
    source.addEventListener('progress', ({ data }: MessageEvent<string>) => setTold(JSON.parse(data)));
    source.addEventListener('ended', ({ data }: MessageEvent<string>) => {
      source.close();
      // where it cannot be asked for now, the page looks again by itself
      end(JSON.parse(data)).catch(() => undefined);
    });
    return () => source.close();
  }, [queryClient, strategy, id, isUnderWay]);
  return { progress: isUnderWay ? (told ?? detail.progress) : null, refusal };
};
