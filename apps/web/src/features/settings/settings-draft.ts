import { type Assessment, assessments } from '@fbs/core';
import type { OfficeSettings, SettingsBody } from './settings-queries.ts';

/** The form as it is typed: numbers are text until they are saved. */
export type SettingsDraft = {
  readonly threshold: string;
  readonly assessmentNames: Readonly<Record<Assessment, string>>;
  readonly selfApproval: boolean;
  readonly evidenceSizeLimit: string;
  readonly remindsBefore: boolean;
  readonly daysBefore: string;
  readonly remindsAfter: boolean;
  readonly daysAfter: string;
  readonly coverText: string;
  /** Empty: Public Sans. */
  readonly wordFont: string;
  readonly reason: string;
};

const usualDays = '7';

export const draftOf = (settings: OfficeSettings): SettingsDraft => {
  const { daysBefore, daysAfter } = settings.reminders;
  return {
    threshold: settings.threshold,
    assessmentNames: settings.assessmentNames,
    selfApproval: settings.selfApproval,
    evidenceSizeLimit: String(settings.evidenceSizeLimit),
    remindsBefore: daysBefore !== null,
    daysBefore: String(daysBefore ?? usualDays),
    remindsAfter: daysAfter !== null,
    daysAfter: String(daysAfter ?? usualDays),
    coverText: settings.papers.coverText,
    wordFont: settings.papers.wordFont ?? '',
    reason: '',
  };
};

/** What is no number is sent as none that fits, so that the server's own sentence stands beside its field. */
const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : -1);

const percentage = (text: string): string => {
  const number = text.trim().replace(/\s*%$/, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,6})?$/.test(number) ? String(Number(number)) : '-1';
};

export const bodyOf = (draft: SettingsDraft): SettingsBody => ({
  threshold: percentage(draft.threshold),
  assessmentNames: draft.assessmentNames,
  selfApproval: draft.selfApproval,
  evidenceSizeLimit: wholeNumber(draft.evidenceSizeLimit),
  reminders: {
    daysBefore: draft.remindsBefore ? wholeNumber(draft.daysBefore) : null,
    daysAfter: draft.remindsAfter ? wholeNumber(draft.daysAfter) : null,
  },
  papers: {
    coverText: draft.coverText.trim(),
    wordFont: draft.wordFont.trim() === '' ? null : draft.wordFont.trim(),
  },
  reason: draft.reason.trim() === '' ? null : draft.reason,
});

/** Whether saving would change how results are read, so that a reason is asked for. */
export const changesReading = (draft: SettingsDraft, saved: OfficeSettings): boolean =>
  percentage(draft.threshold) !== saved.threshold ||
  assessments.some((each) => draft.assessmentNames[each].trim() !== saved.assessmentNames[each]);
