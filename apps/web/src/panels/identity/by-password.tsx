import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../lib/api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import type { WayProps } from './identity-dialog.tsx';
import { CodeField, EmailField, OwnPasswordField, useCodeFocus } from './proof-fields.tsx';

type Typed = { readonly email: string; readonly password: string; readonly code: string };

/** The password of whoever is signed in, or e-mail and password of whoever was. */
const send = (
  { email, password, code }: Typed,
  prove: boolean,
  needsCode: boolean,
): Promise<{ readonly outcome: string }> => {
  const proof = needsCode ? { password, code } : { password };
  return prove
    ? call('POST /api/session/proof', { body: proof })
    : call('POST /api/session/password', { body: { email, ...proof } });
};

export const ByPassword = ({ prove, onDone }: WayProps & { readonly prove: boolean }) => {
  const [typed, setTyped] = useState<Typed>({ email: '', password: '', code: '' });
  const [needsCode, setNeedsCode] = useState(false);
  const form = useCodeFocus(needsCode);
  const set = (name: keyof Typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const proof = useMutation({
    mutationFn: () => send(typed, prove, needsCode),
    onSuccess: ({ outcome }) => (outcome === 'code_needed' ? setNeedsCode(true) : onDone()),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    proof.mutate();
  };
  return (
    <form ref={form} className="stack" onSubmit={submit}>
      {!prove && <EmailField ref={focusFirst} value={typed.email} onChange={set('email')} />}
      <OwnPasswordField ref={prove ? focusFirst : undefined} value={typed.password} onChange={set('password')} />
      {needsCode && <CodeField value={typed.code} onChange={set('code')} />}
      {proof.isError && <ErrorMessage title="That was not right" error={proof.error} />}
      <Button type="submit" kind="primary" disabled={proof.isPending}>
        {prove ? 'Confirm' : 'Sign in again'}
      </Button>
    </form>
  );
};
