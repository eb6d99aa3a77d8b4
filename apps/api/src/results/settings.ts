import { assessmentLabels, automaticRemindersOf, type Decimal, type Instant, type OfficeSettings } from '@fbs/core';
import { type Queries, serviceRepository } from '@fbs/db';

/** Under which key each setting is stored. */
export const settingKeys = {
  threshold: 'rating_threshold',
  assessmentNames: 'assessment_names',
  selfApproval: 'self_approval',
  evidenceSizeLimit: 'evidence_size_limit',
  reminders: 'automatic_reminders',
  papers: 'papers',
} as const satisfies Record<keyof OfficeSettings, string>;

/** The band around targets, and from when on it held; null: from the beginning. */
export type Band = { readonly threshold: Decimal; readonly from: Instant | null };

/** Every band that the office had, oldest first; empty: it had only the present one. */
export const loadBands = async (queries: Queries): Promise<readonly Band[]> =>
  (await serviceRepository.listSettingSpans(queries, settingKeys.threshold)).map(({ value, from }) => ({
    threshold: value as Decimal,
    from,
  }));

const megabytesOf = (setting: unknown): number => (typeof setting === 'number' && setting > 0 ? setting : 10);

const off: OfficeSettings['reminders'] = { daysBefore: null, daysAfter: null };

const settingsOf = (rows: ReadonlyMap<string, unknown>): OfficeSettings => ({
  threshold: (rows.get(settingKeys.threshold) as OfficeSettings['threshold'] | undefined) ?? '10',
  selfApproval: rows.get(settingKeys.selfApproval) === true,
  evidenceSizeLimit: megabytesOf(rows.get(settingKeys.evidenceSizeLimit)),
  assessmentNames: {
    ...assessmentLabels,
    ...(rows.get(settingKeys.assessmentNames) as Partial<OfficeSettings['assessmentNames']> | undefined),
  },
  reminders: automaticRemindersOf(rows.get(settingKeys.reminders)) ?? off,
  papers: {
    coverText: '',
    wordFont: null,
    ...(rows.get(settingKeys.papers) as OfficeSettings['papers'] | undefined),
  },
});

/** What an office starts with: each holds until it is set. */
export const firstSettings: OfficeSettings = settingsOf(new Map());

/** As they are, or as they were at a past instant. */
export const loadSettings = async (queries: Queries, until: Instant | null = null): Promise<OfficeSettings> =>
  settingsOf(await serviceRepository.readSettings(queries, until));
