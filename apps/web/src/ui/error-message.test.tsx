// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ErrorMessage } from './error-message.tsx';

afterEach(cleanup);

const show = (error: unknown) => {
  render(
    <ErrorMessage error={error} title="Goal 9 could not be loaded" onRetry={() => undefined}>
      <a href="/">Go to the overview</a>
    </ErrorMessage>,
  );
  return [...screen.getByRole('alert').querySelectorAll('p')].map(({ textContent }) => textContent);
};

const detail = 'There is no goal 9 in this strategy.';

test.each([400, 403, 404, 410, 422])(
  'what %i refuses says what is wrong, and leads on instead of asking again',
  (status) => {
    expect(show({ status, title: 'Not found', detail })).toEqual([detail]);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link', { name: 'Go to the overview' })).toBeDefined();
  },
);

test.each([
  [{ status: 503, title: 'Unavailable', detail: 'Too many wait.' }, 'Unavailable. Too many wait.'],
  [{ status: 0, title: 'The server cannot be reached' }, 'The server cannot be reached'],
  [new Error('Torn'), 'Something went wrong. Torn'],
  [{ status: 404, title: 'Not found' }, 'Not found'],
])('what may go better the next time can be tried again: %o', (error, reason) => {
  expect(show(error)).toEqual(['Goal 9 could not be loaded', reason]);
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});
