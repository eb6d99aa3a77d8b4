import { type DefinedIndicator, findInCode, findInDefinition } from '@fbs/core';
import type { FieldError } from '../../../lib/api-client.ts';
import { definitionOf, type SheetDraft } from './sheet-draft.ts';

/** What to mend in one field; the field has the name that the server's pointers use: "baseline/value". */
export type SheetError = { readonly field: string; readonly message: string };

/** The fields as they stand on the sheet, so that the summary lists them from top to bottom. */
const order = [
  'objective',
  'code',
  'name',
  'definition',
  'unit',
  'kind',
  'decimals',
  'direction',
  'tolerance',
  'level',
  'role',
  'reference',
  'computed',
  'accumulation',
  'cumulativeSince',
  'periodBasis',
  'dataSource',
  'collectionMethod',
  'limitations',
  'section',
  'owner',
  'frequency',
  'dueRule',
  'baseline',
  'disaggregations',
  'dataQuality',
];

const rankOf = ({ field }: SheetError): number => order.indexOf(field.split('/')[0] ?? '');

const sorted = (errors: readonly SheetError[]): SheetError[] => errors.toSorted((a, b) => rankOf(a) - rankOf(b));

export type Around = {
  /** The codes that are given already; null where the indicator has its code. */
  readonly taken: readonly string[] | null;
  /** The indicators that the formula takes its figures from, as far as they are known here. */
  readonly parts: readonly DefinedIndicator[];
};

/** What to mend before the sheet can be saved. What the server alone can know, it says itself. */
export const findInSheet = (draft: SheetDraft, { taken, parts }: Around): SheetError[] => {
  const errors: SheetError[] = findInDefinition(draft.code, definitionOf(draft), parts)
    .filter(({ pointer }) => {
      const side = pointer === 'computed/numerator' ? draft.numerator : draft.denominator;
      const isUnknown = side.indicator !== '' && !parts.some((part) => part.code === side.indicator);
      return !(pointer.startsWith('computed/') && isUnknown && side.indicator !== draft.code);
    })
    .map(({ pointer, detail }) => ({ field: pointer, message: detail }));
  if (draft.section === '') {
    errors.push({ field: 'section', message: 'Choose the section that answers for the figure.' });
  }
  if (taken !== null && draft.objective === '') {
    errors.push({ field: 'objective', message: 'Choose the objective that it belongs to.' });
  } else if (taken !== null) {
    const wrong = findInCode(draft.code.trim(), draft.objective, taken);
    if (wrong !== null) errors.push({ field: 'code', message: wrong });
  }
  return sorted(errors);
};

/** The server's refusal, at the fields of the sheet. */
export const errorsOfServer = (errors: readonly FieldError[]): SheetError[] =>
  sorted(errors.map(({ pointer, detail }) => ({ field: pointer.replace(/^\/(definition\/)?/, ''), message: detail })));

/** The element that holds a field, for the links of the summary. */
export const anchorOf = (field: string): string => `sheet-${field.replaceAll('/', '-')}`;
