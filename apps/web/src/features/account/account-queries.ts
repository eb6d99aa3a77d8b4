import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';

export type OwnAccount = AnswerOf<'GET /api/account'>;
export type AccountLink = AnswerOf<'POST /api/account-link'>;
export type AppKey = AnswerOf<'POST /api/account/second-factor'>;

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => call('GET /api/account', {}),
});

/** What a link is for. The token travels in the body, so that no log of addresses holds it. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['account link', token],
    queryFn: () => call('POST /api/account-link', { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export type Acceptance = InputOf<'POST /api/account-link/accept'>['body'];

export const useAccept = () =>
  useMutation({ mutationFn: (body: Acceptance) => call('POST /api/account-link/accept', { body }) });

/** The writes of one's own account; each is followed by asking how it stands. */
export const useAccountWrites = () => {
  const queryClient = useQueryClient();
  const settled = async <T>(write: Promise<T>): Promise<T> => {
    const answer = await write;
    await queryClient.invalidateQueries({ queryKey: accountQuery.queryKey });
    return answer;
  };
  return {
    changePassword: (body: InputOf<'PUT /api/account/password'>['body']) =>
      settled(call('PUT /api/account/password', { body })),
    start: () => call('POST /api/account/second-factor', {}),
    confirm: (code: string) => settled(call('POST /api/account/second-factor/confirm', { body: { code } })),
    remove: (body: InputOf<'POST /api/account/second-factor/remove'>['body']) =>
      settled(call('POST /api/account/second-factor/remove', { body })),
    renewCodes: () => settled(call('POST /api/account/recovery-codes', {})),
  };
};
