import { rootRouteId, useNavigate, useSearch } from '@tanstack/react-router';
import { fiscalYearOf, type Session, strategyOf, useSession } from './session.ts';

/** What every address of the site may carry: the strategy, its year, and the day as of which to look. */
export type SiteSearch = {
  readonly strategy?: string | undefined;
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
 * screen. Its keys are always there, because the router lays this over what the address said.
 */
export const readSiteSearch = (search: Record<string, unknown>): SiteSearch => {
  const year = Number(search.year);
  const { asOf, strategy } = search;
  return {
    strategy: typeof strategy === 'string' ? strategy : undefined,
    year: Number.isInteger(year) && year >= 1900 && year < 2200 ? year : undefined,
    asOf: typeof asOf === 'string' && isDay(asOf) ? asOf : undefined,
  };
};

const within = (session: Session, search: SiteSearch, year: number): number => {
  const strategy = strategyOf(session, search);
  return strategy === undefined ? year : Math.min(Math.max(year, strategy.firstYear), strategy.lastYear);
};

/** The year to open with: the present fiscal year, held within the strategy's years. */
export const defaultYear = (session: Session, search: SiteSearch): number =>
  within(session, search, fiscalYearOf(session.today));

/** The year that an address names, held within the strategy's years as the server holds it; none where it names none. */
export const heldYear = (session: Session, search: SiteSearch): number | undefined =>
  search.year === undefined ? undefined : within(session, search, search.year);

/** The year shown and the day looked back to (undefined: as of today). */
export const useYearAndAsOf = (): { readonly year: number; readonly asOf: string | undefined } => {
  const search: SiteSearch = useSearch({ from: rootRouteId });
  const session = useSession();
  return { year: search.year ?? defaultYear(session, search), asOf: search.asOf };
};

/** Changes the day of the present screen; undefined goes back to today. */
export const useSetAsOf = (): ((day: string | undefined) => void) => {
  const navigate = useNavigate();
  return (asOf) => {
    void navigate({ to: '.', search: (previous) => ({ ...previous, asOf }), resetScroll: false });
  };
};
