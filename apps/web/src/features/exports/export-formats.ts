import type { ExportFormat, YearsFormat } from './exports-queries.ts';

export type FileWords = { readonly title: string; readonly forWhom: string; readonly about: string };

/** What each file is good for, in the order in which they are offered. */
export const formatWords: Readonly<Record<ExportFormat, FileWords>> = {
  docx: {
    title: 'Word',
    forWhom: 'To read, comment on and hand on',
    about:
      'The whole review with its charts, tables, explanations and sign-off; headings and text alternatives inside.',
  },
  pdf: {
    title: 'PDF',
    forWhom: 'To publish and print',
    about: 'The same as the Word file, tagged for screen readers, and as it will look everywhere.',
  },
  xlsx: {
    title: 'Excel',
    forWhom: 'To look through and work with',
    about:
      'The year at a glance, charts, and every table on a sheet of its own, with real numbers and days to filter by.',
  },
  csv: {
    title: 'CSV',
    forWhom: 'For statistics programs and databases',
    about: 'One tidy file a table in a zip folder, described column by column as a Frictionless Data Package.',
  },
  json: {
    title: 'JSON',
    forWhom: 'For other software, and as proof',
    about: 'The snapshot itself. Of a signed version, the SHA-256 of this file is the one that every paper prints.',
  },
  stratml: {
    title: 'StratML',
    forWhom: 'For exchange between agencies',
    about:
      'A performance report in the federal standard for strategic plans (ANSI/AIIM 22:2017). It says what it cannot hold.',
  },
};

export const formatOrder = Object.keys(formatWords) as ExportFormat[];

/** The strategy as a whole, of all years. */
export const planWords: FileWords = {
  title: 'Plan as StratML',
  forWhom: 'For exchange between agencies',
  about: 'Goals, objectives, indicators, baselines and targets as a strategic plan, without what was reached.',
};

export const recordWords: FileWords = {
  title: 'Record as JSON',
  forWhom: 'To move it to another instance',
  about:
    'Everything with all history, drafts and comments of every section, so it is for administrators. An empty instance takes it in unchanged.',
};

/** All years in one file. */
export const yearsWords: Readonly<Record<YearsFormat, FileWords>> = {
  docx: {
    title: 'All years as Word',
    forWhom: 'For the end of the strategy',
    about: 'Results and assessments of every year at a glance, each as its own review has it.',
  },
  pdf: {
    title: 'All years as PDF',
    forWhom: 'To publish and print',
    about: 'The same as the Word file, tagged for screen readers.',
  },
  xlsx: {
    title: 'All years as Excel',
    forWhom: 'To compare years',
    about: 'Values, ratings and assessments side by side, charts, and every table of every review.',
  },
  csv: {
    title: 'All years as CSV',
    forWhom: 'For statistics programs and databases',
    about: 'The tables of every review, one under the other; each row says in which review it stands.',
  },
  json: {
    title: 'All years as JSON',
    forWhom: 'For other software, and as proof',
    about: 'Every review as it was signed, byte for byte, with its checksum.',
  },
};

export const yearsOrder = Object.keys(yearsWords) as YearsFormat[];
