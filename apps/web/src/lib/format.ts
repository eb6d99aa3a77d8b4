/** How figures, days and years are written. Days and times are those of UTC, as the server keeps them. */

const months = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
const minus = '\u2212';

/** "2020-09-30" to "Sept. 30, 2020". What is not a day is given back as it came. */
export const formatDay = (day: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  const month = months[Number(match?.[2]) - 1];
  return match === null || month === undefined ? day : `${month} ${Number(match[3])}, ${match[1]}`;
};

/** "2021-12-09T14:14:00Z" to "Dec. 9, 2021, 2:14 p.m."; the screen says once that times are UTC. */
export const formatInstant = (instant: string): string => {
  const time = /T(\d{2}):(\d{2})/.exec(instant);
  if (time === null) return formatDay(instant);
  const hour = Number(time[1]);
  return `${formatDay(instant)}, ${hour % 12 === 0 ? 12 : hour % 12}:${time[2]} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
};

export const formatYear = (year: number): string => `FY ${year}`;

/** What a figure covers, where that is not the fiscal year that the page names already. */
export const ownPeriod = (period: string, year: number): string | null => (period === formatYear(year) ? null : period);

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

type Parts = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

const partsOf = (decimal: string): Parts | null => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  return match === null ? null : { negative: match[1] === '-', whole: match[2] ?? '', fraction: match[3] ?? '' };
};

const written = ({ negative, whole, fraction }: Parts): string => {
  const isZero = /^0*$/.test(whole + fraction);
  return `${negative && !isZero ? minus : ''}${group(whole)}${fraction === '' ? '' : `.${fraction}`}`;
};

/** Rounds half away from zero, on the digits themselves: exact decimals never become binary floats. */
const rounded = ({ negative, whole, fraction }: Parts, places: number): Parts => {
  if (fraction.length <= places) return { negative, whole, fraction: fraction.padEnd(places, '0') };
  const kept = BigInt(whole + fraction.slice(0, places)) + (Number(fraction[places]) >= 5 ? 1n : 0n);
  const digits = String(kept).padStart(places + 1, '0');
  const point = digits.length - places;
  return { negative, whole: digits.slice(0, point), fraction: digits.slice(point) };
};

/** "-1234567.8" with 2 decimals to "−1,234,567.80": at least the decimals given, never hiding what is stored. */
export const formatDecimal = (decimal: string, decimals = 0): string => {
  const parts = partsOf(decimal);
  return parts === null ? decimal : written({ ...parts, fraction: parts.fraction.padEnd(decimals, '0') });
};

/** A figure that was worked out, to exactly the decimals given: "71.4286" with 1 to "71.4". */
export const formatRounded = (decimal: string, places: number): string => {
  const parts = partsOf(decimal);
  return parts === null ? decimal : written(rounded(parts, places));
};

const signed = (text: string): string => (text.startsWith(minus) || /^[0.]*$/.test(text) ? text : `+${text}`);

/** A change, with its sign always said: "+2", "−1", "0". */
export const formatSigned = (decimal: string, decimals = 0): string => signed(formatDecimal(decimal, decimals));

/** The same for a change that was worked out. */
export const formatSignedRounded = (decimal: string, places: number): string => signed(formatRounded(decimal, places));

/** A percentage that was worked out, to one decimal and with its sign: "+7.8%", "−9.4%", "0.0%". Never clamped. */
export const formatSignedPercent = (percent: string): string => `${formatSignedRounded(percent, 1)}%`;

/** plural(1, 'indicator') is "1 indicator", plural(3, 'indicator') "3 indicators". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${group(String(count))} ${count === 1 ? one : many}`;
