// @vitest-environment happy-dom
import { ratingLabels, ratings } from '@fbs/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { StackedBar } from './stacked-bar.tsx';
import { StateMark } from './state-mark.tsx';
import { StatusMark } from './status-mark.tsx';
import { YearValue } from './year-value.tsx';

afterEach(cleanup);

describe('a rating', () => {
  test.each(ratings)('%s is said in words beside a silent icon', (rating) => {
    const { container } = render(<StatusMark rating={rating} />);
    expect(container.textContent).toBe(ratingLabels[rating]);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  test('that is missing says why', () => {
    const { container } = render(<StatusMark rating="not_rated" reason="no_target" />);
    expect(container.textContent).toBe('Not rated: no target');
  });

  test('shown as an icon alone keeps its word for screen readers', () => {
    render(<StatusMark rating="below_target" wordHidden />);
    expect(screen.getByText('Below target').className).toBe('visually-hidden');
  });
});

test('the state of an entry is said in words', () => {
  const { container } = render(<StateMark state="not_applicable" />);
  expect(container.textContent).toBe('Not applicable');
});

describe('a bar of ratings', () => {
  const widthsOf = (bar: Element) =>
    [...bar.querySelectorAll('g > rect')].map((part) => Number.parseFloat(part.getAttribute('width') ?? ''));

  test('says its counts in words and shows them as text', () => {
    render(<StackedBar label="Goal 2" counts={{ on_target: 2, improved_target_not_met: 1, not_rated: 1 }} />);
    const bar = screen.getByRole('img', { name: 'Goal 2: 2 on target, 1 improved, target not met, 1 not rated' });
    expect([...bar.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['2', '1', '1']);
  });

  test('gives each pattern a name of its own', () => {
    const { container } = render(
      <>
        <StackedBar counts={{ improved_target_not_met: 1 }} />
        <StackedBar counts={{ improved_target_not_met: 1 }} />
      </>,
    );
    const names = [...container.querySelectorAll('pattern')].map((pattern) => pattern.id);
    expect(new Set(names).size).toBe(2);
  });

  test('is in proportion, but leaves room for the smallest count', () => {
    const { container } = render(<StackedBar counts={{ above_target: 60, on_target: 30, below_target: 1 }} />);
    const [above = 0, on = 0, below = 0] = widthsOf(container);
    expect(above / on).toBeCloseTo(2);
    expect(below).toBe(8);
    expect(above + on + below).toBeCloseTo(100 - 2 * 0.8);
  });

  test('of nothing says so', () => {
    render(<StackedBar label="Goal 3" counts={{}} />);
    expect(screen.getByRole('img', { name: 'Goal 3: none' })).toBeTruthy();
  });
});

test('the figure of another year is another text, not one that moved', () => {
  const { container, rerender } = render(<YearValue figure="16" state="frozen" />);
  const first = container.firstChild;
  rerender(<YearValue figure="16" state="frozen" />);
  expect(container.firstChild).toBe(first);
  rerender(<YearValue figure="9" state="frozen" />);
  expect(container.firstChild).not.toBe(first);
});
