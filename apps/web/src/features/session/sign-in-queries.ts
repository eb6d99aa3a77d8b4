import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { call, type InputOf } from '../../lib/api-client.ts';
import { useEntered } from '../../lib/use-entered.ts';

/** Evaluation: as one of its people. */
export const useSignIn = (returnTo: string | undefined) => {
  const entered = useEntered(returnTo);
  return useMutation({
    mutationFn: (persona: string) => call('POST /api/session', { body: { persona } }),
    onSuccess: (session) => entered(session),
  });
};

export type PasswordProof = InputOf<'POST /api/session/password'>['body'];

/** With an account of one's own; "code_needed" asks for the same again with a code, a path leads to what is required. */
export const usePasswordSignIn = (returnTo: string | undefined) => {
  const entered = useEntered(returnTo);
  const router = useRouter();
  return useMutation({
    mutationFn: (body: PasswordProof) => call('POST /api/session/password', { body }),
    onSuccess: ({ outcome, path }) => {
      if (path !== null) return router.history.push(path);
      return outcome === 'signed_in' ? entered() : undefined;
    },
  });
};
