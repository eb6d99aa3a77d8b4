import { assessmentLabels } from '@fbs/core';
import { expect, test } from 'vitest';
import { bodyOf, changesReading, draftOf } from './settings-draft.ts';
import type { OfficeSettings } from './settings-queries.ts';

const saved: OfficeSettings = {
  threshold: '10',
  assessmentNames: assessmentLabels,
  selfApproval: false,
  evidenceSizeLimit: 10,
  reminders: { daysBefore: 14, daysAfter: null },
  papers: { coverText: '', wordFont: null },
  seal: null,
  version: 3,
  mails: false,
  history: [],
};

test('what is not touched is sent as it was', () => {
  const { version: _version, mails: _mails, seal: _seal, history: _history, ...settings } = saved;
  expect(bodyOf(draftOf(saved))).toEqual({ ...settings, reason: null });
  expect(changesReading(draftOf(saved), saved)).toBe(false);
});

test.each([
  ['12,5 %', '12.5'],
  ['5%', '5'],
  [' 7.50 ', '7.5'],
  ['ten', '-1'],
  ['', '-1'],
])('a band typed as "%s" is sent as %s', (typed, sent) => {
  expect(bodyOf({ ...draftOf(saved), threshold: typed }).threshold).toBe(sent);
});

test('a reminder that is switched off is sent as none, whatever stands in its field', () => {
  const draft = { ...draftOf(saved), remindsBefore: false, remindsAfter: true, daysAfter: '3' };
  expect(bodyOf(draft).reminders).toEqual({ daysBefore: null, daysAfter: 3 });
});

test('another band or another name changes how results are read', () => {
  expect(changesReading({ ...draftOf(saved), threshold: '5' }, saved)).toBe(true);
  expect(changesReading({ ...draftOf(saved), threshold: '10 %' }, saved)).toBe(false);
  const assessmentNames = { ...assessmentLabels, focus_area: 'Needs focus' };
  expect(changesReading({ ...draftOf(saved), assessmentNames }, saved)).toBe(true);
});
