import { roleLabels } from '@fbs/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { call } from '../lib/api-client.ts';
import { type SignedInPerson, sessionQuery } from '../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { DisclosureMenu } from '../ui/disclosure-menu.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';

const roleLine = ({ roles, section }: SignedInPerson): string =>
  [...roles.map((role) => roleLabels[role]), ...(section === null ? [] : [section])].join(', ');

/** Who is signed in, with which roles, and the way out. */
export const PersonMenu = ({ person }: { person: SignedInPerson }) => {
  const queryClient = useQueryClient();
  const router = useRouter();
  const signOut = useMutation({
    mutationFn: () => call('DELETE /api/session', {}),
    onSuccess: async (session) => {
      // What one person may read is not left behind for the next.
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await router.navigate({ to: '/sign-in' });
      await router.invalidate();
    },
  });
  return (
    <DisclosureMenu className="person-menu" label={person.name} align="end">
      <p className="person-menu__name">{person.name}</p>
      <p className="person-menu__roles">{roleLine(person)}</p>
      <Button onClick={() => signOut.mutate()} disabled={signOut.isPending}>
        Sign out
      </Button>
      {signOut.isError && <ErrorMessage error={signOut.error} />}
    </DisclosureMenu>
  );
};
