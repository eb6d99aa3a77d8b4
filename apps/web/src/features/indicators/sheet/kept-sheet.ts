import type { IndicatorDefinition } from '@fbs/core';
import { forgetUnsavedText, keepUnsavedText, readUnsavedText } from '../../../lib/unsaved-text.ts';
import { emptyDraft, type SheetDraft } from './sheet-draft.ts';

/** A sheet that was typed and not saved, with the definition and version that it began from. */
export type KeptSheet = {
  readonly draft: SheetDraft;
  readonly base: IndicatorDefinition | null;
  readonly version: number;
};

const shape = Object.keys(emptyDraft({ objective: '', code: '' }));

const isDraft = (found: unknown): found is SheetDraft =>
  typeof found === 'object' && found !== null && shape.every((key) => key in found);

const keyOf = (sheet: string): string => `indicator:${sheet}`;

export const readSheet = (person: string, sheet: string): KeptSheet | null => {
  const unsaved = readUnsavedText(person, keyOf(sheet));
  if (unsaved === null) return null;
  try {
    const draft: unknown = JSON.parse(unsaved.text);
    const base = JSON.parse(unsaved.base.text) as IndicatorDefinition | null;
    return isDraft(draft) ? { draft, base, version: unsaved.base.version } : null;
  } catch {
    return null;
  }
};

export const keepSheet = (person: string, sheet: string, { draft, base, version }: KeptSheet): void =>
  keepUnsavedText(person, keyOf(sheet), {
    text: JSON.stringify(draft),
    base: { text: JSON.stringify(base), version },
  });

export const forgetSheet = (person: string, sheet: string): void => forgetUnsavedText(person, keyOf(sheet));
