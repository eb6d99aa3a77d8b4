// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConflictDialog } from './conflict-dialog.tsx';

afterEach(cleanup);

const show = (more: { check?: (text: string) => string | undefined } = {}) => {
  const onChoose = vi.fn();
  const onClose = vi.fn();
  render(
    <ConflictDialog
      open
      title="Two people changed the value of 1.2-D"
      mine="4,870"
      theirs="4,900"
      theirNote="Saved by Marcus Hale, Nov. 1, 2022, 10:00 a.m."
      onChoose={onChoose}
      onClose={onClose}
      {...more}
    />,
  );
  return { onChoose, onClose };
};

const keep = () => userEvent.click(screen.getByRole('button', { name: 'Keep this version' }));

describe('a conflict', () => {
  test('shows both versions, and who wrote the other one and when', () => {
    show();
    expect(screen.getByText('4,870')).toBeTruthy();
    expect(screen.getByText('4,900')).toBeTruthy();
    expect(screen.getByText('Saved by Marcus Hale, Nov. 1, 2022, 10:00 a.m.')).toBeTruthy();
  });

  test('decides nothing by itself: without a choice it asks for one', async () => {
    const { onChoose } = show();
    await keep();
    expect(screen.getByText('Choose one of the versions, or write another one')).toBeTruthy();
    expect(onChoose).not.toHaveBeenCalled();
  });

  test('hands over the version that was chosen', async () => {
    const { onChoose } = show();
    await userEvent.click(screen.getByRole('radio', { name: /Theirs/ }));
    await keep();
    expect(onChoose).toHaveBeenCalledWith('4,900', 'theirs');
  });

  test('takes a third version, chosen by writing it', async () => {
    const { onChoose } = show();
    const other = screen.getByRole('textbox', { name: 'Another version' });
    await userEvent.clear(other);
    await userEvent.type(other, '4,885');
    await keep();
    expect(onChoose).toHaveBeenCalledWith('4,885', 'other');
  });

  test('says what is wrong with a third version, and keeps it', async () => {
    const { onChoose } = show({ check: (text) => (/^[\d,]+$/.test(text) ? undefined : 'Enter a number') });
    const other = screen.getByRole('textbox', { name: 'Another version' });
    await userEvent.clear(other);
    await userEvent.type(other, '48x');
    await keep();
    expect(screen.getByText('Enter a number')).toBeTruthy();
    expect((other as HTMLInputElement).value).toBe('48x');
    expect(onChoose).not.toHaveBeenCalled();
  });

  test('can be decided later, with nothing lost', async () => {
    const { onChoose, onClose } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Decide later' }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(onChoose).not.toHaveBeenCalled();
  });
});
