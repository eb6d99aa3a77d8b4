// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { RadioGroup } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const ReturnDialog = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Return
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Return the value">
        <TextField label="Note" />
      </Dialog>
    </>
  );
};

describe('a dialog', () => {
  test('opens under its title and gives the focus back when it closes', async () => {
    render(<ReturnDialog />);
    const opener = screen.getByRole('button', { name: 'Return' });
    await userEvent.click(opener);
    expect(screen.getByRole('dialog', { name: 'Return the value' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByLabelText('Note')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  test('forgets what was typed in it when it closes', async () => {
    render(<ReturnDialog />);
    await userEvent.click(screen.getByRole('button', { name: 'Return' }));
    await userEvent.type(screen.getByLabelText('Note'), 'source missing');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await userEvent.click(screen.getByRole('button', { name: 'Return' }));
    expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('');
  });
});

const descriptionOf = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' | ');

describe('a field', () => {
  test('is named by its label and described by its hint and error', () => {
    render(<TextField label="Value" hint="A number" error="Enter a number for FY 2020" />);
    const input = screen.getByRole('textbox', { name: 'Value' });
    expect(descriptionOf(input)).toBe('A number | Error: Enter a number for FY 2020');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('without hint and error is described by nothing', () => {
    render(<TextField label="Value" optional />);
    const input = screen.getByRole('textbox', { name: 'Value (optional)' });
    expect(input.getAttribute('aria-describedby')).toBeNull();
    expect(input.getAttribute('aria-invalid')).toBeNull();
  });

  test('with a few choices is a named group of radio buttons', async () => {
    const options = [
      { value: 'on_track', label: 'On track' },
      { value: 'focus_area', label: 'Focus area' },
    ] as const;
    const chosen: string[] = [];
    render(
      <RadioGroup label="Assessment" options={options} value="on_track" onChange={(value) => chosen.push(value)} />,
    );
    expect(screen.getByRole('group', { name: 'Assessment' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'On track' }).checked).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: 'Focus area' }));
    expect(chosen).toEqual(['focus_area']);
  });
});
