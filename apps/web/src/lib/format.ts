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

/** Groups the digits of an exact decimal without ever making it a binary float: "-1234567.80" to "−1,234,567.80". */
export const formatDecimal = (decimal: string, decimals?: number): string => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign = '', whole = '', fraction = ''] = match;
  const places = decimals === undefined ? fraction : fraction.padEnd(decimals, '0');
  return `${sign === '-' ? minus : ''}${group(whole)}${places === '' ? '' : `.${places}`}`;
};

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** "5.4" to "+5.4%", "-9.4" to "−9.4%", "0" to "0%". */
export const formatSignedPercent = (percent: string): string => `${formatSigned(percent)}%`;

/** A change, with its sign always said: "+2", "−1", "0". */
export const formatSigned = (decimal: string): string => {
  const isZero = /^-?0+(\.0+)?$/.test(decimal);
  const text = formatDecimal(isZero ? decimal.replace('-', '') : decimal);
  return isZero || text.startsWith(minus) ? text : `+${text}`;
};

/** plural(1, 'indicator') is "1 indicator", plural(3, 'indicator') "3 indicators". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${group(String(count))} ${count === 1 ? one : many}`;
