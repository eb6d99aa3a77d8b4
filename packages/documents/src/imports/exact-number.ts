/** Plain digits of what JavaScript writes as "1.5e-7": moves the point, changes no digit. */
export const plainDigits = (text: string): string => {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/i.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
};

const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0*$/, '') : text);

/** A spreadsheet keeps binary numbers and shows 15 digits of them: these 15 are the figure that was typed. */
export const digitsOf = (number: number): string => {
  const text = withoutZeros(plainDigits(number.toPrecision(15)));
  return text === '-0' ? '0' : text;
};

/** The number for a spreadsheet's cell; null where the binary number could change a digit. */
export const exactNumber = (decimal: string): number | null => {
  const number = Number(decimal);
  return digitsOf(number) === decimal && Math.abs(number) < 1e15 && plainDigits(String(number)) === decimal
    ? number
    : null;
};

/** "0.714" -> "71.4": moves the point by two places. */
export const timesHundred = (decimal: string): string => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const padded = fraction.padEnd(2, '0');
  const moved = withoutZeros(`${whole}${padded.slice(0, 2)}.${padded.slice(2)}`).replace(/^0+(?=\d)/, '');
  return moved === '0' ? '0' : `${sign}${moved}`;
};
