// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { WorkItem } from '../../lib/my-work.ts';
import { renderInSite } from '../../testing/render-in-site.tsx';
import type { BulkResult } from './bulk-actions.ts';
import { ResultNotice } from './result-notice.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const item = (indicator: string): WorkItem => ({
  kind: 'overdue',
  year: 2022,
  indicator,
  objective: null,
  name: 'People trained',
  section: 'IP',
  day: '2022-11-30',
  late: true,
  reason: 'Submit it.',
});

const show = async (result: BulkResult, items: readonly WorkItem[]) => {
  vi.stubGlobal('fetch', async () => Response.json({ today: '2022-12-15', items }));
  const onNext = vi.fn();
  const nothing = () => undefined;
  await renderInSite(<ResultNotice result={result} year={2022} onGoTo={nothing} onNext={onNext} onClose={nothing} />);
  return onNext;
};

test('after several values are submitted the notice has the focus and leads on to what none of them is', async () => {
  const result: BulkResult = { kind: 'submit', done: ['1.2-D', '1.2-E'], refused: [] };
  const onNext = await show(result, ['1.2-D', '1.2-E', '2.2-B'].map(item));
  const link = await screen.findByRole('link', { name: 'Next: 2.2-B People trained (overdue)' });
  expect(document.activeElement?.textContent).toContain('2 values submitted.');
  await userEvent.click(link);
  expect(onNext).toHaveBeenCalledWith('2.2-B', 2022);
});

test('where nothing went through, nothing is offered to go on to', async () => {
  await show({ kind: 'approve', done: [], refused: [{ code: '1.2-D', reason: 'No.' }] }, [item('2.2-B')]);
  expect(screen.getByText('No.')).toBeDefined();
  expect(screen.queryByRole('link')).toBeNull();
});
