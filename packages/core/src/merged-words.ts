import { unnamedIndicator } from './fit-definition.ts';
import type { NowIndicator, NowStrategy } from './match-strategy.ts';
import type { FileIndicator, FileStrategy, SaidSection } from './strategy-file.ts';
import type { StrategyHead } from './strategy-tree.ts';
import type { IndicatorDefinition } from './types.ts';

/** Which kinds of changes of a newer edition are taken over. */
export type MergeChoice = {
  readonly added: boolean;
  readonly changed: boolean;
  readonly moved: boolean;
  readonly removed: boolean;
};

type Kept = { readonly kept: string | null };
type Called = { readonly identifier: string | null };

/** What a part is called elsewhere; our own exports, read again, take no such name away. */
export const mergedIdentifier = (now: (Called & { readonly ownIdentifier: string }) | null, file: Called | null) => {
  const given = file?.identifier ?? null;
  return given === null || given === now?.ownIdentifier ? (now?.identifier ?? given) : given;
};

type Names = { readonly shortName: string; readonly statement: string };

export const mergedKept = (now: Kept | null, file: Kept | null, { changed }: MergeChoice): string =>
  (now === null || changed ? file?.kept : null) ?? now?.kept ?? '';

export const mergedWords = (now: Names | null, file: Names | null, { changed }: MergeChoice): Names => {
  const { shortName, statement } = (now === null || changed ? file : null) ?? now ?? { shortName: '', statement: '' };
  return { shortName, statement };
};

/** What the file says of a definition over what is recorded; the status is decided here and not by a file. */
const overlaid = (now: IndicatorDefinition, { definition, said }: FileIndicator): IndicatorDefinition => ({
  ...now,
  ...Object.fromEntries(said.filter((key) => key !== 'status').map((key) => [key, definition[key]])),
});

type IndicatorPair = {
  readonly now: NowIndicator | null;
  readonly file: FileIndicator | null;
  /** Where it stands once all is merged. */
  readonly code: string;
};

/** A name that the code stood in for follows the code. */
const withOwnName = (definition: IndicatorDefinition, before: string, after: string): IndicatorDefinition => {
  const follow = (text: string): string => (text === unnamedIndicator(before) ? unnamedIndicator(after) : text);
  return before === after
    ? definition
    : { ...definition, name: follow(definition.name), definition: follow(definition.definition) };
};

export const mergedIndicator = ({ now, file, code }: IndicatorPair, choice: MergeChoice) => {
  const kept = mergedKept(now, file, choice);
  const identifier = mergedIdentifier(now, file);
  if (now === null) {
    if (file === null) throw new Error('an indicator stands in neither');
    return { id: null, identifier, kept, definition: file.definition };
  }
  const { id, held } = now;
  const definition = withOwnName(now.definition, now.code, code);
  const part = { id, identifier, kept };
  const isRetired = definition.status === 'retired';
  if (file === null) {
    const retires = choice.removed && held === null && !isRetired;
    return { ...part, definition: retires ? { ...definition, status: 'retired' as const } : definition };
  }
  return { ...part, definition: choice.changed && !isRetired ? overlaid(definition, file) : definition };
};

export const mergedHead = (
  { head: now }: NowStrategy,
  { head }: FileStrategy,
  { changed }: MergeChoice,
): StrategyHead => {
  if (!changed) return now;
  const said = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== null));
  return { ...now, ...(said as Partial<StrategyHead>) };
};

/** The sections that indicators name and that are not there. */
export const missingSections = (
  indicators: readonly { readonly definition: IndicatorDefinition }[],
  known: readonly string[],
  offered: readonly SaidSection[],
): SaidSection[] => {
  const named = new Set(indicators.map(({ definition }) => definition.section));
  return offered.filter(({ code }) => named.has(code) && !known.includes(code));
};
