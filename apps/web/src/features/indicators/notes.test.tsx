// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { Notes } from './notes.tsx';
import { examplePage, exampleYear } from './testing/indicator-example.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const years = [exampleYear(2020), exampleYear(2021)];
const writable = examplePage(years, { rights: { edit: false, writeNotes: true } });

test('who may not write notes sees none and no form', async () => {
  await renderInSite(<Notes page={examplePage(years)} year={2021} />);
  expect(screen.getByText('No note has been written.')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('looking back to a past day, nobody writes', async () => {
  await renderInSite(<Notes page={{ ...writable, asOf: '2020-12-31' }} year={2021} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('an empty note is not sent, and the field says what to do', async () => {
  const fetch = vi.fn();
  vi.stubGlobal('fetch', fetch);
  await renderInSite(<Notes page={writable} year={2021} />);
  await userEvent.click(screen.getByRole('button', { name: 'Save the note' }));
  expect(screen.getByText('Write the note first')).toBeDefined();
  expect(fetch).not.toHaveBeenCalled();
});

test('a note is sent for the year it is about, and the field is free again', async () => {
  const fetch = vi.fn(async () => new Response('{}', { status: 201 }));
  vi.stubGlobal('fetch', fetch);
  await renderInSite(<Notes page={writable} year={2021} />);
  await userEvent.selectOptions(screen.getByLabelText('About'), 'FY 2020');
  await userEvent.type(screen.getByLabelText('Note'), ' Counted online. ');
  await userEvent.click(screen.getByRole('button', { name: 'Save the note' }));
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe(''));
  expect(fetch).toHaveBeenCalledWith(
    '/api/strategies/fbs-2018-2022/indicators/1.2-D/notes',
    expect.objectContaining({ method: 'POST', body: JSON.stringify({ year: 2020, text: 'Counted online.' }) }),
  );
});

test('a refusal keeps what was written', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"title":"Your roles do not allow this"}', { status: 403 }));
  await renderInSite(<Notes page={writable} year={2021} />);
  await userEvent.type(screen.getByLabelText('Note'), 'Counted online.');
  await userEvent.click(screen.getByRole('button', { name: 'Save the note' }));
  expect(await screen.findByText('The note is not saved')).toBeDefined();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Counted online.');
});
