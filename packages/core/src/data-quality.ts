import type { DataQuality } from './types.ts';
import type { DataQualityItem } from './vocabulary.ts';
import { dataQualityItems } from './vocabulary.ts';

export type DataQualityScore = {
  readonly answered: number;
  readonly of: 5;
  readonly missing: readonly DataQualityItem[];
};

/** "data quality 3 of 5": which of the five items GAO looks for are answered; white space answers nothing. */
export const dataQualityScore = ({ items }: Pick<DataQuality, 'items'>): DataQualityScore => {
  const missing = dataQualityItems.filter((item) => !items[item]?.trim());
  return { answered: dataQualityItems.length - missing.length, of: dataQualityItems.length, missing };
};
