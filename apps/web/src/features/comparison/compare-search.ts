import { isDay } from '../../lib/year-and-as-of.ts';

/** What the address may carry beside year and day; a day stands before another year. */
export type CompareSearch = {
  /** The other year. */
  readonly with?: number | undefined;
  /** The other day, for the same year. */
  readonly since?: string | undefined;
  /** "goal-1", "objective-1.2"; nothing: the whole strategy. */
  readonly of?: string | undefined;
  readonly only?: 'changes' | undefined;
};

export type Compared = {
  readonly kind: 'years' | 'days';
  /** The earlier side always stands first. */
  readonly from: { readonly year: number; readonly asOf: string | undefined };
  readonly to: { readonly year: number; readonly asOf: string | undefined };
  readonly goal: string | undefined;
  readonly objective: string | undefined;
  readonly onlyChanges: boolean;
};

type Site = {
  readonly year: number;
  readonly asOf: string | undefined;
  readonly today: string;
  readonly years: readonly number[];
};

const scopeOf = (of: unknown): Pick<Compared, 'goal' | 'objective'> => {
  const [, kind, code] = /^(goal|objective)-(.+)$/.exec(typeof of === 'string' ? of : '') ?? [];
  return { goal: kind === 'goal' ? code : undefined, objective: kind === 'objective' ? code : undefined };
};

/** The year before, or in the first year the one after. */
const neighborOf = ({ year, years }: Site): number => (years.includes(year - 1) ? year - 1 : (years[1] ?? year));

/** Reads an address by hand: what makes no sense counts as not given. */
export const readCompared = (search: Readonly<Record<string, unknown>>, site: Site): Compared => {
  const { year, asOf, today, years } = site;
  const more = { ...scopeOf(search.of), onlyChanges: search.only === 'changes' };
  const { since } = search;
  if (typeof since === 'string' && isDay(since) && since <= today) {
    const isEarlier = since <= (asOf ?? today);
    const [first, second] = isEarlier ? [since, asOf] : [asOf, since];
    return { kind: 'days', from: { year, asOf: first }, to: { year, asOf: second }, ...more };
  }
  const asked = Number(search.with);
  const other = years.includes(asked) && asked !== year ? asked : neighborOf(site);
  const [first, second] = other < year ? [other, year] : [year, other];
  return { kind: 'years', from: { year: first, asOf }, to: { year: second, asOf }, ...more };
};
