import type { Day, Instant } from '@fbs/core';

const months = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/** "2020-09-30" -> "Sept. 30, 2020" */
export const dayWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${months[(month ?? 1) - 1] ?? ''} ${date}, ${year}`;
};

/** The day of a moment, in UTC. */
export const instantDayWords = (at: Instant): string => dayWords(at.slice(0, 10));

/** "Dec. 5, 2022, 14:05 UTC" */
export const instantWords = (at: Instant): string => `${instantDayWords(at)}, ${at.slice(11, 16)} UTC`;

export const fiscalYearWords = (year: number): string => `FY ${year}`;
