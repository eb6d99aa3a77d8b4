// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useKeptFocus } from './use-kept-focus.ts';

afterEach(cleanup);

const Form = ({ isWaiting }: { isWaiting: boolean }) => (
  <>
    <button ref={useKeptFocus(isWaiting)} type="button" disabled={isWaiting}>
      Save
    </button>
    <input aria-label="Elsewhere" />
  </>
);

/** Waits while the browser has taken the focus from the disabled button. */
const wait = () => {
  const { rerender } = render(<Form isWaiting={false} />);
  screen.getByRole('button').focus();
  rerender(<Form isWaiting={true} />);
  screen.getByLabelText('Elsewhere').focus();
  screen.getByLabelText('Elsewhere').blur();
  expect(document.activeElement).toBe(document.body);
  return () => rerender(<Form isWaiting={false} />);
};

test('a button that waited has its focus back with the answer', () => {
  wait()();
  expect(document.activeElement).toBe(screen.getByRole('button'));
});

test('whoever went elsewhere meanwhile stays there', () => {
  const answer = wait();
  screen.getByLabelText('Elsewhere').focus();
  answer();
  expect(document.activeElement).toBe(screen.getByLabelText('Elsewhere'));
});
