import { type Assessment, assessmentLabels, assessments } from '@fbs/core';
import { plural } from '../../lib/format.ts';
import type { OfficeSettings } from './settings-queries.ts';

const names: Readonly<Record<string, string>> = {
  threshold: 'Band around a target',
  assessmentNames: 'Names of the assessments',
  selfApproval: 'Approving one’s own submissions',
  evidenceSizeLimit: 'Largest file of evidence',
  reminders: 'Automatic reminders',
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

/** What a setting was or is, in words. */
export const settingWords = (setting: string, value: unknown): string => {
  if (setting === 'reminders') return reminderWords(value);
  if (setting === 'assessmentNames') return nameWords(value);
  if (setting === 'selfApproval') return value === true ? 'allowed' : 'not allowed';
  if (value === null) return 'as at the beginning';
  return setting === 'threshold' ? `${String(value)}%` : `${String(value)} MB`;
};
