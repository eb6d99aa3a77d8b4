import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAccountWrites } from './account-queries.ts';

/** The way back to a password alone, for whoever knows both. */
export const RemoveFactorDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [typed, setTyped] = useState({ password: '', code: '' });
  const writes = useAccountWrites();
  const remove = async (): Promise<string | undefined> => {
    try {
      await writes.remove(typed);
    } catch (error) {
      return reasonOf(error);
    }
    announce('The second factor is removed');
    onClose();
    return undefined;
  };
  return (
    <ConfirmDialog title="Remove the second factor" action="Remove it" onConfirm={remove} onClose={onClose}>
      <p>From then on your password alone lets you in. It has to be at least 15 characters long.</p>
      <PasswordField
        label="Password"
        value={typed.password}
        onChange={({ target }) => setTyped({ ...typed, password: target.value })}
        autoComplete="current-password"
      />
      <TextField
        label="Code"
        hint="The six digits that your app shows now, or one of your recovery codes"
        value={typed.code}
        onChange={({ target }) => setTyped({ ...typed, code: target.value })}
        autoComplete="one-time-code"
      />
    </ConfirmDialog>
  );
};
