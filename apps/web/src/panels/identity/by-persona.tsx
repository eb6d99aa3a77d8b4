import { useMutation } from '@tanstack/react-query';
import { call } from '../../lib/api-client.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import type { WayProps } from './identity-dialog.tsx';

/** Evaluation: nobody has a password there. */
export const ByPersona = ({ name, onDone }: WayProps & { readonly name: string }) => {
  const persona = useSession().personas.find((each) => each.name === name)?.persona ?? '';
  const signIn = useMutation({
    mutationFn: () => call('POST /api/session', { body: { persona } }),
    onSuccess: onDone,
  });
  return (
    <>
      {signIn.isError && <ErrorMessage title="You could not be signed in" error={signIn.error} />}
      <Button ref={focusFirst} kind="primary" onClick={() => signIn.mutate()} disabled={signIn.isPending}>
        Sign in again as {name}
      </Button>
    </>
  );
};
