import { type FormEvent, useState } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { type OwnAccount, useAccountWrites } from './account-queries.ts';
import { passwordHint } from './welcome-words.ts';

const nothing = { current: '', password: '' };

const ChangeForm = ({ account, onDone }: { account: OwnAccount; onDone: () => void }) => {
  const [typed, setTyped] = useState(nothing);
  const [isBusy, setBusy] = useState(false);
  const { findings, unplaced, errorAt, refuse } = useFindings();
  const form = useFocusError<HTMLFormElement>(findings);
  const writes = useAccountWrites();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await writes.changePassword(typed);
      announce('The password is changed');
      onDone();
    } catch (error) {
      setBusy(false);
      refuse(error);
    }
  };
  return (
    <form ref={form} className="stack account-form" onSubmit={(event) => void submit(event)} noValidate>
      <input
        type="email"
        className="visually-hidden"
        autoComplete="username"
        value={account.email ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label="Present password"
        value={typed.current}
        onChange={({ target }) => setTyped({ ...typed, current: target.value })}
        error={errorAt('/current')}
        autoComplete="current-password"
      />
      <PasswordField
        label="New password"
        hint={passwordHint(account.secondFactor !== null)}
        value={typed.password}
        onChange={({ target }) => setTyped({ ...typed, password: target.value })}
        error={errorAt('/password')}
        autoComplete="new-password"
      />
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      <div className="row">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? 'Saving…' : 'Change the password'}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
};

export const PasswordPart = ({ account }: { account: OwnAccount }) => {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(account.password?.changedAt ?? null);
  if (account.password === null) return null;
  const isNew = done !== account.password.changedAt;
  return (
    <section className="stack" aria-labelledby="own-password">
      <h2 id="own-password">Password</h2>
      {isNew && !open && (
        <Notice kind="done" announced title="The password is changed">
          Your other browsers are signed out.
        </Notice>
      )}
      <p>Set on {formatInstant(account.password.changedAt)} UTC</p>
      {open ? (
        <ChangeForm account={account} onDone={() => setOpen(false)} />
      ) : (
        <div className="row">
          <Button
            onClick={() => {
              setDone(account.password?.changedAt ?? null);
              setOpen(true);
            }}
          >
            Change the password
          </Button>
        </div>
      )}
    </section>
  );
};
