import { expect, test } from 'vitest';
import { type OfficeSettings, settingFindings } from './office-settings.ts';
import { assessmentLabels } from './result-labels.ts';

const settings: OfficeSettings = {
  threshold: '10',
  assessmentNames: assessmentLabels,
  selfApproval: false,
  evidenceSizeLimit: 10,
  reminders: { daysBefore: null, daysAfter: null },
  papers: { coverText: '', wordFont: null },
};

test('what an office starts with fits', () => {
  expect(settingFindings(settings)).toEqual([]);
});

test.each<[string, Partial<OfficeSettings>, readonly string[]]>([
  ['a band without width', { threshold: '0' }, []],
  ['a band of a part of a percent', { threshold: '2.5' }, []],
  ['the widest band', { threshold: '50' }, []],
  ['a wider band', { threshold: '50.1' }, ['threshold']],
  ['a negative band', { threshold: '-1' }, ['threshold']],
  ['no room for evidence', { evidenceSizeLimit: 0 }, ['evidenceSizeLimit']],
  ['half a megabyte', { evidenceSizeLimit: 0.5 }, ['evidenceSizeLimit']],
  ['more than is taken in', { evidenceSizeLimit: 101 }, ['evidenceSizeLimit']],
  ['reminders on both sides', { reminders: { daysBefore: 7, daysAfter: 90 } }, []],
  ['a reminder on the day itself', { reminders: { daysBefore: 0, daysAfter: 3 } }, ['reminders/daysBefore']],
  ['a reminder after a year', { reminders: { daysBefore: null, daysAfter: 365 } }, ['reminders/daysAfter']],
  ['a font of Word', { papers: { coverText: 'Two\nlines', wordFont: 'Times New Roman' } }, []],
  ['a font with quotes', { papers: { coverText: '', wordFont: '"; x' } }, ['papers/wordFont']],
  ['a cover of a page', { papers: { coverText: 'x'.repeat(601), wordFont: null } }, ['papers/coverText']],
  ['a cover of many lines', { papers: { coverText: '\n'.repeat(12), wordFont: null } }, ['papers/coverText']],
  [
    'an assessment without a name',
    { assessmentNames: { ...assessmentLabels, on_track: ' ' } },
    ['assessmentNames/on_track'],
  ],
  [
    'one name for two',
    { assessmentNames: { ...assessmentLabels, on_track: 'focus AREA' } },
    ['assessmentNames/on_track', 'assessmentNames/focus_area'],
  ],
])('%s', (_, change, pointers) => {
  expect(settingFindings({ ...settings, ...change }).map(({ pointer }) => pointer)).toEqual(pointers);
});
