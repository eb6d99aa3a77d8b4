import type { AutomaticReminders } from './automatic-reminder.ts';
import { compareDecimals } from './decimal.ts';
import { type Assessment, assessments, type Decimal } from './vocabulary.ts';

/** What an office decides for itself, for all its strategies. */
export type OfficeSettings = {
  /** The band around a target, in percent. */
  readonly threshold: Decimal;
  readonly assessmentNames: Readonly<Record<Assessment, string>>;
  /** Whether one may approve what one submitted: for very small offices. */
  readonly selfApproval: boolean;
  /** How large a file of evidence may be, in megabytes. */
  readonly evidenceSizeLimit: number;
  readonly reminders: AutomaticReminders;
  readonly papers: {
    /** On the cover of Word and PDF files, below the title; lines stay lines. */
    readonly coverText: string;
    /** The font of Word files, by its name; null: Public Sans, which travels with the file. */
    readonly wordFont: string | null;
  };
};

/** What does not fit in a setting: where (a path, "reminders/daysBefore"), and what to do. */
export type SettingFinding = { readonly pointer: string; readonly detail: string };

/** The widest band that still tells a target met from one missed. */
export const widestThreshold = '50';
export const largestEvidence = 100;
export const longestReminder = 90;
export const longestCoverText = 600;

const find = (holds: boolean, pointer: string, detail: string): SettingFinding[] =>
  holds ? [{ pointer, detail }] : [];

const isWithin = (number: number, least: number, most: number): boolean =>
  Number.isInteger(number) && number >= least && number <= most;

const nameFindings = (names: OfficeSettings['assessmentNames']): SettingFinding[] =>
  assessments.flatMap((assessment) => {
    const name = names[assessment].trim().toLowerCase();
    const twins = assessments.filter((other) => names[other].trim().toLowerCase() === name);
    const pointer = `assessmentNames/${assessment}`;
    return [
      ...find(name === '' || name.length > 40, pointer, 'Write a name of up to 40 characters.'),
      ...find(name !== '' && twins.length > 1, pointer, 'Two assessments cannot have one name: choose another.'),
    ];
  });

const dayFindings = ({ daysBefore, daysAfter }: AutomaticReminders): SettingFinding[] => {
  const wrong = (days: number | null) => days !== null && !isWithin(days, 1, longestReminder);
  const detail = `Write a whole number of days from 1 to ${longestReminder}, or switch this reminder off.`;
  return [
    ...find(wrong(daysBefore), 'reminders/daysBefore', detail),
    ...find(wrong(daysAfter), 'reminders/daysAfter', detail),
  ];
};

const fontName = /^[\p{L}\p{N}][\p{L}\p{N} .&-]{0,59}$/u;

const paperFindings = ({ coverText, wordFont }: OfficeSettings['papers']): SettingFinding[] => [
  ...find(
    coverText.length > longestCoverText || coverText.split('\n').length > 12,
    'papers/coverText',
    `Write at most ${longestCoverText} characters on at most 12 lines.`,
  ),
  ...find(
    wordFont !== null && !fontName.test(wordFont.trim()),
    'papers/wordFont',
    'Write the name of a font as Word shows it, for example Times New Roman.',
  ),
];

/** What has to be mended before the settings can be saved. The threshold is an exact decimal. */
export const settingFindings = ({ threshold, ...settings }: OfficeSettings): SettingFinding[] => [
  ...find(
    compareDecimals(threshold, '0') < 0 || compareDecimals(threshold, widestThreshold) > 0,
    'threshold',
    `Write a percentage from 0 to ${widestThreshold}.`,
  ),
  ...nameFindings(settings.assessmentNames),
  ...find(
    !isWithin(settings.evidenceSizeLimit, 1, largestEvidence),
    'evidenceSizeLimit',
    `Write a whole number of megabytes from 1 to ${largestEvidence}.`,
  ),
  ...dayFindings(settings.reminders),
  ...paperFindings(settings.papers),
];
