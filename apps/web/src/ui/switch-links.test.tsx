// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setSingleKeys } from '../lib/single-keys.ts';
import { useYearAndAsOf } from '../lib/year-and-as-of.ts';
import { renderInSite } from '../testing/render-in-site.tsx';
import { YearSwitch } from './switch-links.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const Years = () => {
  const { year } = useYearAndAsOf();
  return (
    <>
      <YearSwitch years={[2020, 2021, 2022]} current={year} />
      <input aria-label="Typed" />
    </>
  );
};
const show = () => renderInSite(<Years />, '/?year=2021');
const current = async (name: string) =>
  expect((await screen.findByRole('link', { current: true })).textContent).toBe(name);

test('[ and ] step through the years, and stop at the first and the last', async () => {
  await show();
  await userEvent.keyboard('[[');
  await current('FY 2020');
  await userEvent.keyboard('[[');
  await current('FY 2020');
  await userEvent.keyboard(']');
  await userEvent.keyboard(']');
  await userEvent.keyboard(']');
  await current('FY 2022');
});

test('they are said where the years stand', async () => {
  await show();
  const years = screen.getByRole('navigation', { name: 'Year' });
  expect(years.getAttribute('aria-keyshortcuts')).toBe('[ ]');
  expect(years.title).toContain('[ or ]');
});

test('they do nothing while somebody types, or together with another key', async () => {
  await show();
  await userEvent.type(screen.getByLabelText('Typed'), ']');
  await current('FY 2021');
  await userEvent.click(document.body);
  await userEvent.keyboard('{Control>}]{/Control}');
  await current('FY 2021');
});

test('a person can switch them off', async () => {
  await show();
  setSingleKeys(false);
  await userEvent.keyboard(']');
  await current('FY 2021');
  setSingleKeys(true);
  await userEvent.keyboard(']');
  await current('FY 2022');
});
