import { periodOf } from './period.ts';
import type { Day, PeriodBasis, Year } from './vocabulary.ts';

/** Why a figure of a point in time cannot have been measured on a day, in a sentence; null where it can. */
export const measuredOnProblem = (day: Day, basis: PeriodBasis, year: Year, today: Day): string | null => {
  if (basis !== 'point_in_time') return null;
  const { start, end } = periodOf(basis, year);
  if (day < start || day > end) return `Choose a day in FY ${year}: from ${start} to ${end}.`;
  return day > today ? 'Choose a day that is not still to come.' : null;
};
