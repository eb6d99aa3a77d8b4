// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { PasswordField } from './password-field.tsx';

afterEach(cleanup);

test('a password is hidden, can be shown and pasted, and says to password managers what it is', async () => {
  render(<PasswordField label="New password" hint="At least 15" error="Too short" autoComplete="new-password" />);
  const field = screen.getByLabelText('New password');
  expect(field.getAttribute('type')).toBe('password');
  expect(field.getAttribute('autocomplete')).toBe('new-password');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  field.focus();
  await userEvent.paste('violet kettle under nine bridges');
  expect((field as HTMLInputElement).value).toBe('violet kettle under nine bridges');
  const show = screen.getByRole('button', { name: 'Show new password' });
  expect(show.getAttribute('aria-pressed')).toBe('false');
  await userEvent.click(show);
  expect(field.getAttribute('type')).toBe('text');
  expect(show.getAttribute('aria-pressed')).toBe('true');
  expect(show.textContent).toBe('Hide');
});
