import type { DefinedIndicator, DefinitionFinding } from './definition-rules.ts';
import type { ComputedPart, IndicatorDefinition } from './types.ts';

const partsOf = ({ computed }: IndicatorDefinition): readonly ComputedPart[] =>
  computed?.kind === 'share' ? [computed.numerator, computed.denominator] : [];

const categoriesOf = ({ disaggregations }: IndicatorDefinition): readonly string[] =>
  disaggregations.flatMap(({ categories }) => categories);

const isInForce = ({ definition }: DefinedIndicator): boolean => definition.status !== 'retired';

/** What is wrong with one part of a formula, or null. */
const wrongPart = (code: string, part: ComputedPart, others: readonly DefinedIndicator[]): string | null => {
  if (part.indicator === '') return 'Choose the indicator whose figure is taken.';
  if (part.indicator === code) return 'An indicator cannot be computed from itself: choose another one.';
  const source = others.find((each) => each.code === part.indicator);
  if (source === undefined) return `There is no indicator ${part.indicator} to compute from: choose another one.`;
  if (source.definition.computed !== null) {
    return `${part.indicator} is computed itself: compute from indicators whose figures are entered.`;
  }
  if (!isInForce(source)) return `${part.indicator} is retired: compute from indicators that are in force.`;
  if (source.definition.kind === 'milestone' || source.definition.kind === 'narrative') {
    return `${part.indicator} has no figures to compute from: choose another one.`;
  }
  if (part.category === undefined || categoriesOf(source.definition).includes(part.category)) return null;
  return `"${part.category}" is not a category of ${part.indicator}: choose one of its breakdowns, or the whole figure.`;
};

const findInParts = (code: string, definition: IndicatorDefinition, others: readonly DefinedIndicator[]) => {
  const { computed } = definition;
  if (computed?.kind !== 'share') return [];
  return (['numerator', 'denominator'] as const).flatMap((side): DefinitionFinding[] => {
    const detail = wrongPart(code, computed[side], others);
    return detail === null ? [] : [{ pointer: `computed/${side}`, detail }];
  });
};

/** What others take from this indicator has to stay there: so no formula ever stands on another, nor in a circle. */
const findInUse = (code: string, definition: IndicatorDefinition, others: readonly DefinedIndicator[]) =>
  others
    .filter((other) => other.code !== code && isInForce(other))
    .flatMap((other): DefinitionFinding[] => {
      const taken = partsOf(other.definition).filter((part) => part.indicator === code);
      if (taken.length === 0) return [];
      if (definition.status === 'retired') {
        const detail = `${other.code} is computed from it: change or retire ${other.code} first.`;
        return [{ pointer: 'status', detail }];
      }
      if (definition.computed !== null) {
        const detail = `${other.code} is computed from it, so its figures have to be entered: change ${other.code} first.`;
        return [{ pointer: 'computed', detail }];
      }
      return taken.flatMap(({ category }) =>
        category === undefined || categoriesOf(definition).includes(category)
          ? []
          : [
              {
                pointer: 'disaggregations',
                detail: `${other.code} is computed from the category "${category}": keep it, or change ${other.code} first.`,
              },
            ],
      );
    });

/** What does not fit in the way an indicator is worked out, and in what others take from it. */
export const findInFormula = (
  code: string,
  definition: IndicatorDefinition,
  others: readonly DefinedIndicator[],
): DefinitionFinding[] => [
  ...(definition.computed !== null && definition.kind !== 'percent'
    ? [{ pointer: 'kind', detail: 'A computed figure is a share in percent: choose the kind percent.' }]
    : []),
  ...findInParts(code, definition, others),
  ...findInUse(code, definition, others),
];
