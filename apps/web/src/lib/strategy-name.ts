import { yearSpan } from '@fbs/core';

type Named = { readonly title: string; readonly firstYear: number; readonly lastYear: number };

/** "Functional Bureau Strategy 2018–2022": a title that says its years is not given them again. */
export const strategyName = ({ title, firstYear, lastYear }: Named): string => {
  const years = yearSpan(firstYear, lastYear, '–');
  const written = title.replace(/(\d{4})-(\d{4})/, (_, first: string, last: string) =>
    yearSpan(Number(first), Number(last), '–'),
  );
  return written.includes(years) ? written : `${written} ${years}`;
};
