// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../../testing/render-in-site.tsx';
import { exampleDefinition } from '../testing/indicator-example.ts';
import { ErrorSummary } from './error-summary.tsx';
import { draftOf, type SheetDraft } from './sheet-draft.ts';
import type { SheetError } from './sheet-errors.ts';
import { type Plan, SheetFields } from './sheet-fields.tsx';

const plan = { goals: [], sections: [{ code: 'IP', name: 'International Programs', summary: '' }] } as unknown as Plan;
const errors: readonly SheetError[] = [{ field: 'baseline/value', message: 'Write a number.' }];

let draft: SheetDraft;

const Sheet = ({ found = [] }: { found?: readonly SheetError[] }) => {
  const [typed, setTyped] = useState(draftOf(exampleDefinition, { objective: '1.2', code: '1.2-D' }));
  draft = typed;
  const form = {
    draft: typed,
    set: (changes: Partial<SheetDraft>) => setTyped({ ...typed, ...changes }),
    errorOf: (field: string) => found.find((error) => error.field === field)?.message,
  };
  return (
    <>
      <ErrorSummary errors={found} />
      <SheetFields form={form} plan={plan} />
    </>
  );
};

const choose = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

afterEach(cleanup);

test('asks for a tolerance only where the figure is to be kept, and for a beginning only where it adds up', async () => {
  await renderInSite(<Sheet />);
  expect(screen.queryByRole('textbox', { name: /^Tolerance/ })).toBeNull();
  choose('Direction', 'maintain');
  expect(screen.getByRole('textbox', { name: /^Tolerance/ })).toBeDefined();
  expect(screen.queryByLabelText(/^Counted since/)).toBeNull();
  choose('Counting', 'cumulative');
  expect(screen.getByLabelText(/^Counted since/)).toBeDefined();
});

test('a milestone has no decimals, no baseline and no breakdown', async () => {
  await renderInSite(<Sheet />);
  expect(screen.getByRole('heading', { name: 'Baseline' })).toBeDefined();
  choose('Kind', 'milestone');
  for (const name of ['Baseline', 'Breakdowns']) expect(screen.queryByRole('heading', { name })).toBeNull();
  expect(screen.queryByRole('combobox', { name: 'Decimals' })).toBeNull();
});

test('a share asks for its two parts, is a percentage, and has no breakdown of its own', async () => {
  await renderInSite(<Sheet />);
  fireEvent.click(screen.getByRole('radio', { name: 'A share of two indicators' }));
  expect(screen.getByRole('combobox', { name: 'Numerator' })).toBeDefined();
  expect(screen.getByRole('combobox', { name: 'Denominator' })).toBeDefined();
  expect(draft.kind).toBe('percent');
  expect(screen.queryByRole('heading', { name: 'Breakdowns' })).toBeNull();
});

test('says the usual due date of the period, and asks for another one only where it is wanted', async () => {
  await renderInSite(<Sheet />);
  expect(screen.getByRole('radio', { name: 'The usual one: November 30 of the same year' })).toBeDefined();
  choose('Period', 'calendar_year');
  expect(screen.getByRole('radio', { name: 'The usual one: July 31 of the year after' })).toBeDefined();
  expect(screen.queryByRole('combobox', { name: 'Month' })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'One of its own' }));
  expect(screen.getByRole('combobox', { name: 'Month' })).toBeDefined();
});

test('breakdowns are added and removed', async () => {
  await renderInSite(<Sheet />);
  fireEvent.click(screen.getByRole('button', { name: 'Add a breakdown' }));
  const group = screen.getByRole('group', { name: 'Breakdown 1' });
  fireEvent.change(within(group).getByRole('textbox', { name: 'Categories' }), { target: { value: 'adult\nminor' } });
  expect(draft.breakdowns).toEqual([{ dimension: '', categories: 'adult\nminor', sumsToTotal: true }]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove breakdown 1' }));
  expect(draft.breakdowns).toEqual([]);
});

test('the summary takes the focus, and each line leads to its field, which says the same', async () => {
  await renderInSite(<Sheet found={errors} />);
  const summary = screen.getByRole('alert');
  expect(document.activeElement).toBe(summary);
  fireEvent.click(within(summary).getByRole('link', { name: 'Write a number.' }));
  const field = screen.getByRole('textbox', { name: /^Baseline figure/ });
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});
