import type { IndicatorDefinition } from '@fbs/core';
import { useEffect, useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { forgetSheet, type KeptSheet, keepSheet, readSheet } from './kept-sheet.ts';
import { isSame } from './sheet-changes.ts';
import type { SheetDraft } from './sheet-draft.ts';
import type { SheetError } from './sheet-errors.ts';

/** What a sheet begins with. */
export type SheetStart = {
  /** Which sheet it is: a code, or "new". */
  readonly sheet: string;
  readonly draft: SheetDraft;
  readonly base: IndicatorDefinition | null;
  readonly version: number;
};

/** What the fields of the form share. */
export type SheetForm = {
  readonly draft: SheetDraft;
  readonly set: (changes: Partial<SheetDraft>) => void;
  readonly errorOf: (field: string) => string | undefined;
};

/** The state of one sheet: what is typed, what to mend, and a copy that outlives a reload of this tab. */
export const useSheet = (start: SheetStart) => {
  const person = useSession().person?.id ?? '';
  const [kept] = useState<KeptSheet | null>(() => readSheet(person, start.sheet));
  const [began, setBegan] = useState<KeptSheet>(() => ({
    draft: start.draft,
    base: kept?.base ?? start.base,
    version: kept?.version ?? start.version,
  }));
  const [draft, setDraft] = useState<SheetDraft>(kept?.draft ?? start.draft);
  const [errors, setErrors] = useState<readonly SheetError[]>([]);
  const [isRestored, setRestored] = useState(kept !== null);
  const isChanged = !isSame(draft, began.draft);
  const { base, version } = began;
  useEffect(() => {
    if (isChanged) keepSheet(person, start.sheet, { draft, base, version });
    else forgetSheet(person, start.sheet);
  }, [person, start.sheet, draft, base, version, isChanged]);
  const form: SheetForm = {
    draft,
    set: (changes) => setDraft((before) => ({ ...before, ...changes })),
    errorOf: (field) => errors.find((error) => error.field === field)?.message,
  };
  return {
    form,
    errors,
    setErrors,
    base,
    version,
    isChanged,
    isRestored,
    /** Puts the sheet on another beginning: what somebody else saved meanwhile, or the server's again. */
    restart: (on: Omit<SheetStart, 'sheet'>, typed: SheetDraft = on.draft) => {
      setBegan({ draft: on.draft, base: on.base, version: on.version });
      setDraft(typed);
      setErrors([]);
      setRestored(false);
    },
    forget: () => forgetSheet(person, start.sheet),
  };
};
