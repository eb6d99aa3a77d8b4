import { dayInMonth, fiscalYearEnd, fiscalYearStart } from './fiscal-year.ts';
import type { DueRule } from './types.ts';
import type { Day, PeriodBasis, Year } from './vocabulary.ts';

export type Period = { readonly start: Day; readonly end: Day; readonly label: string };

/** What an indicator's figure of a strategy year covers, and the name to show beside it. */
export const periodOf = (basis: PeriodBasis, year: Year): Period => {
  const fiscalYear = { start: fiscalYearStart(year), end: fiscalYearEnd(year) };
  switch (basis) {
    case 'fiscal_year':
      return { ...fiscalYear, label: `FY ${year}` };
    case 'point_in_time':
      return { ...fiscalYear, label: `FY ${year}, on a stated date` };
    case 'calendar_year':
      return { start: dayInMonth(year, 1, 1), end: dayInMonth(year, 12, 31), label: `CY ${year}` };
    case 'tip_edition':
      return { start: dayInMonth(year - 1, 4, 1), end: dayInMonth(year, 3, 31), label: `TIP Report ${year}` };
  }
};

/** The due dates of an indicator that sets none of its own. */
export const defaultDueRules: Readonly<Record<PeriodBasis, DueRule>> = {
  fiscal_year: { yearsAfter: 0, month: 11, day: 30 },
  point_in_time: { yearsAfter: 0, month: 11, day: 30 },
  tip_edition: { yearsAfter: 0, month: 7, day: 31 },
  calendar_year: { yearsAfter: 1, month: 7, day: 31 },
};

/** The last day on which the figure of a year is still in time; null takes the default of the basis. */
export const dueDay = (basis: PeriodBasis, year: Year, rule: DueRule | null): Day => {
  const { yearsAfter, month, day } = rule ?? defaultDueRules[basis];
  return dayInMonth(year + yearsAfter, month, day);
};
