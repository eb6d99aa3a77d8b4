import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import { call } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import type { DiscussionPlace } from './discussion-queries.ts';

/** Who was mentioned here has seen it once the discussion comes into view; folded or further down the page it has not. */
export const useMarkSeen = (place: DiscussionPlace, unseen: number, frame: RefObject<HTMLElement | null>): void => {
  const queryClient = useQueryClient();
  const { strategy, indicator, year } = place;
  const { mutate } = useMutation({
    mutationFn: (body: { indicator: string; year: number; kind: 'mentioned' }) =>
      call('POST /api/strategies/:strategy/my-work/seen', { params: { strategy }, body }),
    onSuccess: () => void refreshAfterWrite(queryClient),
  });
  const isNew = unseen > 0;
  useEffect(() => {
    if (!isNew || frame.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      mutate({ indicator, year, kind: 'mentioned' });
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [isNew, frame, mutate, indicator, year]);
};
