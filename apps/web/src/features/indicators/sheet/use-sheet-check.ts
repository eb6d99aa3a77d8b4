import { useQueryClient } from '@tanstack/react-query';
import { useStrategy } from '../../../lib/session.ts';
import { indicatorQuery } from '../indicator-queries.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { findInSheet, type SheetError } from './sheet-errors.ts';

/** Checks a sheet with what this browser already knows of the indicators that its formula takes. */
export const useSheetCheck = () => {
  const queryClient = useQueryClient();
  const { id } = useStrategy();
  return (draft: SheetDraft, taken: readonly string[] | null): SheetError[] => {
    const codes = draft.origin === 'share' ? [draft.numerator.indicator, draft.denominator.indicator] : [];
    const parts = codes.flatMap((code) => queryClient.getQueryData(indicatorQuery(id, code, undefined).queryKey) ?? []);
    return findInSheet(draft, { taken, parts });
  };
};
