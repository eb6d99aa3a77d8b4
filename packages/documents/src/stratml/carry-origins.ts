import { plainIdentifier } from '@fbs/core';
import type { PartOrigin } from '../export-options.ts';
import { identifierOf } from './identifier.ts';
import { withKept } from './kept-block.ts';
import { type Element, neededText } from './xml.ts';

/** What xsd:ID allows: a name without a colon, which begins with a letter or "_". */
const validId = /^[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*$/u;

const textOf = ({ inside }: Element): string => (typeof inside === 'string' ? inside : '');

const identifiersIn = (element: Element): string[] =>
  element.name === 'Identifier'
    ? [textOf(element)]
    : typeof element.inside === 'string'
      ? []
      : element.inside.flatMap(identifiersIn);

const ownIdentifier = (strategy: string, { kind, code }: PartOrigin): string =>
  kind === 'strategy' ? identifierOf(strategy, 'plan') : identifierOf(strategy, kind, code);

/** Which of our identifiers give way to those of the file: the valid ones that name nothing else here. */
const keptIdentifiers = (root: Element, origins: ReadonlyMap<string, PartOrigin>): Map<string, string> => {
  const others = new Set(identifiersIn(root).map(plainIdentifier));
  const counts = new Map<string, number>();
  for (const { identifier } of origins.values()) {
    const plain = plainIdentifier(identifier);
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return new Map(
    [...origins].flatMap(([own, { identifier }]) => {
      const plain = plainIdentifier(identifier);
      const isFree = counts.get(plain) === 1 && !others.has(plain);
      return isFree && validId.test(identifier) ? [[own, identifier] as const] : [];
    }),
  );
};

/** Sets the kept words under the other information, or where the standard has it: before the parts below. */
const setUnder = (parts: readonly Element[], kept: string): readonly Element[] => {
  const at = parts.findIndex(({ name }) => name === 'OtherInformation');
  const found = parts[at];
  const words = neededText('OtherInformation', withKept(found === undefined ? '' : textOf(found), kept));
  if (found !== undefined) return parts.with(at, words);
  const below = parts.findIndex(({ name }) => name === 'PerformanceIndicator' || name === 'Objective');
  return parts.toSpliced(below < 0 ? parts.length : below, 0, words);
};

/** A plan whose parts are called what their own file calls them, and carry what else that file says of them. */
export const carryOrigins = (root: Element, strategy: string, given: readonly PartOrigin[]): Element => {
  const origins = new Map(given.map((origin) => [ownIdentifier(strategy, origin), origin]));
  const renamed = keptIdentifiers(root, origins);
  const carried = (element: Element): Element => {
    if (typeof element.inside === 'string') {
      const identifier = element.name === 'Identifier' ? renamed.get(element.inside) : undefined;
      return identifier === undefined ? element : { ...element, inside: identifier };
    }
    const own = element.inside.find(({ name }) => name === 'Identifier');
    const origin = own && origins.get(textOf(own));
    const parts = element.inside.map(carried);
    return { ...element, inside: origin && origin.kind !== 'strategy' ? setUnder(parts, origin.kept) : parts };
  };
  const plan = carried(root);
  const whole = given.find(({ kind }) => kind === 'strategy');
  if (whole === undefined || typeof plan.inside === 'string') return plan;
  return { ...plan, inside: setUnder(plan.inside, whole.kept) };
};
