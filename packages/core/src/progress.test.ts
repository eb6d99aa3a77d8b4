import { expect, test } from 'vitest';
import { lifeProgress } from './progress.ts';

test.each([
  ['40', '45', '60', '25'],
  ['40', '68', '60', '140'],
  ['40', '36', '60', '-20'],
  ['20', '15', '10', '50'],
  ['0', '1', '3', '33.3'],
  ['40', '45', '40', null],
  [null, '45', '60', null],
  ['40', null, '60', null],
  ['40', '45', null, null],
])('from %s by %s towards %s is %s percent', (baseline, latest, lastTarget, percent) => {
  expect(lifeProgress({ baseline, latest, lastTarget })).toBe(percent);
});
