import { type Assessment, assessmentLabels, assessments } from '@fbs/core';
import { plural } from '../../lib/format.ts';
import type { OfficeSettings } from './settings-queries.ts';

const names: Readonly<Record<string, string>> = {
  threshold: 'Band around a target',
  assessmentNames: 'Names of the assessments',
  selfApproval: 'Approving one’s own submissions',
  evidenceSizeLimit: 'Largest file of evidence',
  reminders: 'Automatic reminders',
  papers: 'Cover and font of papers',
  seal: 'Seal on papers',
};

export const settingName = (setting: string): string => names[setting] ?? setting;

const days = (count: unknown, side: string): string | null =>
  typeof count === 'number' ? `${plural(count, 'day')} ${side}` : null;

const reminderWords = (value: unknown): string => {
  const { daysBefore, daysAfter } = (value ?? {}) as Partial<OfficeSettings['reminders']>;
  return [days(daysBefore, 'before'), days(daysAfter, 'after')].filter((part) => part !== null).join(' and ') || 'off';
};

const nameWords = (value: unknown): string => {
  const given = (value ?? {}) as Partial<Record<Assessment, string>>;
  return assessments.map((each) => given[each] ?? assessmentLabels[each]).join(', ');
};

const paperWords = (value: unknown): string => {
  const { coverText = '', wordFont = null } = (value ?? {}) as Partial<OfficeSettings['papers']>;
  return `${wordFont ?? 'Public Sans'}; ${coverText === '' ? 'no cover text' : `“${coverText.replace(/\n+/g, ' / ')}”`}`;
};

/** What a setting was or is, in words. */
export const settingWords = (setting: string, value: unknown): string => {
  if (setting === 'reminders') return reminderWords(value);
  if (setting === 'assessmentNames') return nameWords(value);
  if (setting === 'selfApproval') return value === true ? 'allowed' : 'not allowed';
  if (setting === 'papers') return paperWords(value);
  if (setting === 'seal') return value === null ? 'none' : String(value);
  return setting === 'threshold' ? `${String(value)}%` : `${String(value)} MB`;
};
