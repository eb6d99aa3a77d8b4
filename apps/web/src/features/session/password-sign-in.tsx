import { type FormEvent, useState } from 'react';
import { CodeField, EmailField, OwnPasswordField, useCodeFocus } from '../../panels/identity/proof-fields.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { usePasswordSignIn } from './sign-in-queries.ts';

/** E-mail and password first; then, where a second factor stands, a code. */
export const PasswordSignIn = ({ returnTo }: { returnTo: string | undefined }) => {
  const [typed, setTyped] = useState({ email: '', password: '', code: '' });
  const signIn = usePasswordSignIn(returnTo);
  const [needsCode, setNeedsCode] = useState(false);
  const form = useCodeFocus(needsCode);
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { code, ...proof } = typed;
    signIn.mutate(needsCode ? { ...proof, code } : proof, {
      onSuccess: ({ outcome }) => setNeedsCode(outcome === 'code_needed'),
    });
  };
  const startAgain = () => {
    signIn.reset();
    setNeedsCode(false);
    setTyped({ ...typed, password: '', code: '' });
  };
  return (
    <form ref={form} className="stack account-form" onSubmit={submit}>
      {needsCode ? (
        <>
          <p>
            The password is right. Now the code for <b>{typed.email}</b>.
          </p>
          <CodeField value={typed.code} onChange={set('code')} />
        </>
      ) : (
        <>
          <EmailField value={typed.email} onChange={set('email')} />
          <OwnPasswordField value={typed.password} onChange={set('password')} />
        </>
      )}
      {signIn.isError && <ErrorMessage title="You could not be signed in" error={signIn.error} />}
      <div className="row">
        <Button type="submit" kind="primary" disabled={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
        {needsCode && <Button onClick={startAgain}>Start again</Button>}
      </div>
    </form>
  );
};
