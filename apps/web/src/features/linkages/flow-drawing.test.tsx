// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { FlowDrawing } from './flow-drawing.tsx';
import { sightTo } from './testing/linkages-example.ts';

afterEach(cleanup);

const draw = (code = 'JSP-2018-2022') => renderInSite(<FlowDrawing sight={sightTo(code)} />);

const litOf = (container: HTMLElement) =>
  [...container.querySelectorAll('.flow__node--lit')].map((node) => node.getAttribute('aria-label')?.split(',')[0]);

test('every node says in words what is drawn', async () => {
  await draw();
  screen.getByRole('button', {
    name: 'Objective 2.1 Referral, goal 2 Protection, 2 of 3 performance indicators reporting, met 2 of 2 rated',
  });
  screen.getByRole('button', { name: 'Objective 5.1 People, goal 5 Management, no performance indicator' });
  screen.getByRole('button', { name: /^Goal 1\.3, behind it: goal 1 Prosecution, goal 2 Protection and goal 5 Man/ });
});

test('the focus on a node traces its path and says it; leaving it lets go', async () => {
  const { container } = await draw();
  await userEvent.tab();
  expect(litOf(container)).toEqual(['Objective 1.1 Laws', 'Goal 1 Prosecution', 'Goal 1.3']);
  expect(container.querySelector('[aria-live="polite"]')?.textContent).toBe(
    'Objective 1.1 Laws → goal 1 Prosecution → Goal 1.3 1 of 1 performance indicator reporting, met 1 of 1 rated.',
  );
  await userEvent.keyboard('{Escape}');
  expect(litOf(container)).toEqual([]);
});

test('a tap holds the path until the next tap on it', async () => {
  const { container } = await draw();
  const node = screen.getByRole('button', { name: /^Goal 2 Protection/ });
  await userEvent.click(node);
  await userEvent.unhover(node);
  node.blur();
  expect(node.getAttribute('aria-pressed')).toBe('true');
  expect(litOf(container)).toEqual(['Objective 2.1 Referral', 'Goal 2 Protection', 'Goal 1.3']);
  screen.getByRole('link', { name: 'Open goal 2' });
  await userEvent.click(node);
  expect(litOf(container)).toEqual([]);
});

test('an element traces only the objectives that stand behind it', async () => {
  const { container } = await draw('S-108');
  screen.getByRole('button', { name: /^Standard 1/ }).focus();
  await screen.findByText('Objective 1.2 Courts → goal 1 Prosecution → Standard 1');
  expect(litOf(container)).toEqual(['Objective 1.2 Courts', 'Goal 1 Prosecution', 'Standard 1']);
});

test('a goal that is not linked further says so', async () => {
  await draw('3P');
  screen.getByRole('button', { name: /^Goal 5 Management/ }).focus();
  await screen.findByText('Objective 5.1 People → goal 5 Management → not linked further');
});
