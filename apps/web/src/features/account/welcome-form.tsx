import { type FormEvent, useState } from 'react';
import { useFindings } from '../../lib/use-findings.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import type { Acceptance, AccountLink } from './account-queries.ts';
import { useAccept } from './account-queries.ts';
import { AppKeyFields } from './app-key.tsx';
import { passwordHint, welcomeWords } from './welcome-words.ts';

const nothing = { name: '', title: '', email: '', password: '', code: '' };
type Typed = typeof nothing;

type PartProps = {
  readonly typed: Typed;
  readonly onType: (part: Partial<Typed>) => void;
  readonly errorAt: (pointer: string) => string | undefined;
};

const PersonFields = ({ typed, onType, errorAt }: PartProps) => (
  <>
    <TextField
      label="Your name"
      value={typed.name}
      onChange={({ target }) => onType({ name: target.value })}
      error={errorAt('/person/name')}
      autoComplete="name"
      maxLength={200}
    />
    <TextField
      label="Your title"
      optional
      value={typed.title}
      onChange={({ target }) => onType({ title: target.value })}
      error={errorAt('/person/title')}
      autoComplete="organization-title"
      maxLength={200}
    />
    <TextField
      label="E-mail"
      hint="You sign in with it"
      type="email"
      value={typed.email}
      onChange={({ target }) => onType({ email: target.value })}
      error={errorAt('/person/email')}
      autoComplete="username"
      maxLength={320}
    />
  </>
);

type FactorProps = PartProps & {
  readonly link: AccountLink;
  readonly wanted: boolean;
  readonly onWant: (wanted: boolean) => void;
};

/** Offered, required, or standing already: then a code of it shows that the link is in the right hands. */
const SecondFactor = ({ link, wanted, onWant, typed, onType, errorAt }: FactorProps) => {
  const code = { code: typed.code, onCode: (text: string) => onType({ code: text }), error: errorAt('/code') };
  if (link.secondFactor === 'stands') {
    return (
      <TextField
        label="Code of your second factor"
        hint="The six digits that your app shows now, or one of your recovery codes"
        value={typed.code}
        onChange={({ target }) => onType({ code: target.value })}
        error={code.error}
        autoComplete="one-time-code"
      />
    );
  }
  return (
    <fieldset className="choice">
      <legend className="usa-label">Second factor</legend>
      <p className="usa-hint">
        A code from your phone beside the password: whoever learns the password alone still cannot get in.
        {link.secondFactor === 'required' && ' It is required here.'}
      </p>
      {link.secondFactor === 'offered' && (
        <Checkbox label="Set up a second factor now" checked={wanted} onChange={onWant} />
      )}
      {wanted && link.key !== null && <AppKeyFields appKey={link.key} {...code} />}
    </fieldset>
  );
};

type WelcomeFormProps = {
  readonly link: AccountLink;
  readonly token: string;
  readonly onAccepted: (recoveryCodes: readonly string[] | null) => void;
};

export const WelcomeForm = ({ link, token, onAccepted }: WelcomeFormProps) => {
  const [typed, setTyped] = useState(nothing);
  const [wanted, setWanted] = useState(link.secondFactor === 'required');
  const { findings, unplaced, errorAt, show, refuse } = useFindings();
  const form = useFocusError<HTMLFormElement>(findings);
  const accept = useAccept();
  const onType = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const withCode = wanted || link.secondFactor === 'stands';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    show([]);
    if (withCode && typed.code.trim() === '') {
      return show([{ pointer: '/code', detail: 'Type the code that the app shows now.' }]);
    }
    const { password, code, ...person } = typed;
    const body: Acceptance = { token, password, ...(withCode && { code }), ...(link.kind === 'set_up' && { person }) };
    try {
      onAccepted((await accept.mutateAsync(body)).recoveryCodes);
    } catch (error) {
      refuse(error);
    }
  };
  const part = { typed, onType, errorAt };
  return (
    <form ref={form} className="stack account-form" onSubmit={(event) => void submit(event)} noValidate>
      {link.kind === 'set_up' ? (
        <PersonFields {...part} />
      ) : (
        <TextField label="E-mail" type="email" value={link.email ?? ''} readOnly autoComplete="username" />
      )}
      <PasswordField
        label="Password"
        hint={passwordHint(withCode)}
        value={typed.password}
        onChange={({ target }) => onType({ password: target.value })}
        error={errorAt('/password')}
        autoComplete="new-password"
      />
      <SecondFactor {...part} link={link} wanted={wanted} onWant={setWanted} />
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      <div className="row">
        <Button type="submit" kind="primary" disabled={accept.isPending}>
          {accept.isPending ? 'Saving…' : welcomeWords(link).action}
        </Button>
      </div>
    </form>
  );
};
