// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MadeLinkNotice } from './made-link.tsx';
import type { MadeLink } from './people-queries.ts';

afterEach(cleanup);

const made = (mailed: MadeLink['link']['mailed']): MadeLink => ({
  person: {
    ...{ id: 'a', name: 'Ana Lopez', title: '', email: 'ana@example.gov', section: null, roles: ['viewer'] },
    ...{ active: true, entered: false, lastSignIn: null, password: false, secondFactor: false, link: null },
    ...{ lastAdministrator: false, version: 1 },
  },
  link: { path: '/welcome#secret', expiresAt: '2026-01-22T15:00:00.000Z', mailed },
});

test('the link stands whole in a field that has the focus, ready to be copied by keys', () => {
  render(<MadeLinkNotice made={made('off')} />);
  const field = screen.getByLabelText('Link for Ana Lopez');
  expect((field as HTMLInputElement).value).toBe(`${window.location.origin}/welcome#secret`);
  expect(document.activeElement).toBe(field);
  expect(screen.getByRole('status').textContent).toContain('Jan. 22, 2026, 3:00 p.m. UTC');
});

test.each([
  ['sent', 'It was sent by e-mail too.'],
  ['failed', 'did not leave: hand it over yourself'],
  ['off', 'Nothing is mailed from here'],
] as const)('where the letter was %s, it says "%s"', (mailed, words) => {
  render(<MadeLinkNotice made={made(mailed)} />);
  expect(screen.getByRole('status').textContent).toContain(words);
});
