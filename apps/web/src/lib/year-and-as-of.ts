import { rootRouteId, useNavigate, useSearch } from '@tanstack/react-router';
import { type Session, strategyOf, useSession } from './session.ts';

/** What every address of the site may carry: the strategy year, and the day as of which to look. */
export type SiteSearch = {
  readonly year?: number | undefined;
  readonly asOf?: string | undefined;
};

export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/**
 * Reads an address by hand: what is not a year or a day counts as not given, so that a broken link still opens the
 * screen. Both keys are always there, because the router lays this over what the address said.
 */
export const readSiteSearch = (search: Record<string, unknown>): SiteSearch => {
  const year = Number(search.year);
  const asOf = search.asOf;
  return {
    year: Number.isInteger(year) && year >= 1900 && year < 2200 ? year : undefined,
    asOf: typeof asOf === 'string' && isDay(asOf) ? asOf : undefined,
  };
};

/** The U.S. fiscal year of a day: it begins on October 1 of the year before. */
const fiscalYearOf = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5, 7) >= '10' ? 1 : 0);

/** The year to open with: the present fiscal year, held within the strategy's years. */
export const defaultYear = (session: Session): number => {
  const year = fiscalYearOf(session.today);
  const strategy = strategyOf(session);
  return strategy === undefined ? year : Math.min(Math.max(year, strategy.firstYear), strategy.lastYear);
};

/** The year shown and the day looked back to (undefined: as of today). */
export const useYearAndAsOf = (): { readonly year: number; readonly asOf: string | undefined } => {
  const search: SiteSearch = useSearch({ from: rootRouteId });
  const session = useSession();
  return { year: search.year ?? defaultYear(session), asOf: search.asOf };
};

/** Changes the day of the present screen; undefined goes back to today. */
export const useSetAsOf = (): ((day: string | undefined) => void) => {
  const navigate = useNavigate();
  return (asOf) => {
    void navigate({ to: '.', search: (previous) => ({ ...previous, asOf }), resetScroll: false });
  };
};
