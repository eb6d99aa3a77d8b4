import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';

export type DiscussionOfYear = AnswerOf<'GET /api/strategies/:strategy/indicators/:indicator/discussion/:year'>;
export type Comment = DiscussionOfYear['comments'][number];

/** The indicator-year that is talked about, and the day looked back to. */
export type DiscussionPlace = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: number;
  readonly asOf: string | undefined;
};

const paramsOf = ({ strategy, indicator, year }: DiscussionPlace) => ({ strategy, indicator, year });

export const discussionQuery = (place: DiscussionPlace) =>
  queryOptions({
    queryKey: ['discussion', place.strategy, place.indicator, place.year, place.asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/indicators/:indicator/discussion/:year', {
        params: paramsOf(place),
        querystring: { asOf: place.asOf },
      }),
  });

export const useDiscussionWrites = (place: DiscussionPlace) => {
  const queryClient = useQueryClient();
  const params = paramsOf(place);
  // also after a refusal: somebody else may have been faster
  const onSettled = () => void refreshAfterWrite(queryClient);
  return {
    say: useMutation({
      mutationFn: (body: { text: string; mentions: string[] }) =>
        call('POST /api/strategies/:strategy/indicators/:indicator/discussion/:year', { params, body }),
      onSuccess: onSettled,
    }),
    move: useMutation({
      mutationFn: ({ comment, to }: { comment: Comment; to: 'resolve' | 'reopen' }) => {
        const input = {
          params: { ...params, comment: comment.id },
          headers: { 'if-match': `"${comment.version}"` },
        };
        return to === 'resolve'
          ? call('POST /api/strategies/:strategy/indicators/:indicator/discussion/:year/:comment/resolve', input)
          : call('POST /api/strategies/:strategy/indicators/:indicator/discussion/:year/:comment/reopen', input);
      },
      onSettled,
    }),
  };
};
