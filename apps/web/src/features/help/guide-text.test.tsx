// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { GuideNode } from '../../lib/guide.ts';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { guideList, ownGuide } from './guide-list.ts';
import { GuideText } from './guide-text.tsx';

const nodes: readonly GuideNode[] = [
  { tag: 'p', children: ['Press ', { tag: 'strong', children: ['Submit'] }, '.'] },
  { tag: 'table', heads: ['Mark', 'Meaning'], rows: [[['Frozen'], ['cannot be changed']]] },
  { tag: 'p', children: [{ tag: 'guide', props: { to: 'planner' }, children: ['the planner’s'] }] },
  { tag: 'p', children: [{ tag: 'img', props: { src: '/a.png', alt: 'The grid', width: 1280, height: 800 } }] },
  { tag: 'pre', children: [{ tag: 'code', children: ['PORT=4000'] }] },
];

test('words, tables, pictures and links to other guides stand on the page as what they are', async () => {
  await renderInSite(<GuideText nodes={nodes} about="States" />);
  expect((await screen.findByText('Submit')).tagName).toBe('STRONG');
  const table = screen.getByRole('table', { name: 'States: Mark, Meaning' });
  expect(within(table).getByRole('rowheader').textContent).toBe('Frozen');
  expect(screen.getByRole('img', { name: 'The grid' }).getAttribute('height')).toBe('800');
  expect(screen.getByRole('link', { name: 'the planner’s' }).getAttribute('href')).toBe('/help/planner');
  expect(screen.getByText('PORT=4000').closest('pre')?.tabIndex).toBe(0);
});

test('whoever has several roles begins with the guide of the one with most to do', () => {
  expect(ownGuide({ roles: ['administrator', 'reviewer'] })).toBe('reviewer');
  expect(ownGuide({ roles: ['viewer', 'administrator'] })).toBe('administrator');
  expect(ownGuide({ roles: ['viewer'] })).toBe('leadership');
  expect(ownGuide({ roles: [] })).toBe('leadership');
});

test('the list has every guide of the project', () => {
  const files = Object.keys(import.meta.glob('../../../../../docs/guides/[a-z]*.md'));
  const names = files.map((file) => /(\w+)\.md$/.exec(file)?.[1]);
  expect(names.sort()).toEqual(guideList.map(({ name }) => name as string).sort());
});
