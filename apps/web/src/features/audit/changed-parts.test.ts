import { expect, test } from 'vitest';
import { changedParts } from './changed-parts.ts';

test('names what changed, and leaves out what did not', () => {
  const before = { value: '4310', state: 'draft', notApplicableReason: null };
  const after = { value: '4870', state: 'draft', notApplicableReason: 'closed' };
  expect(changedParts(before, after)).toEqual([
    { name: 'value', before: '4310', after: '4870' },
    { name: 'not applicable reason', before: null, after: 'closed' },
  ]);
});

test('shows all of what came new, and all of what went', () => {
  expect(changedParts(null, { rows: 3, tags: ['a'] })).toEqual([
    { name: 'rows', before: null, after: '3' },
    { name: 'tags', before: null, after: '["a"]' },
  ]);
  expect(changedParts({ email: 'x' }, null)).toEqual([{ name: 'email', before: 'x', after: null }]);
});

test('says nothing where nothing was kept', () => {
  expect(changedParts(null, null)).toEqual([]);
  expect(changedParts('a', 'b')).toEqual([{ name: 'value', before: 'a', after: 'b' }]);
});
