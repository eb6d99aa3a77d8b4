import type { Direction, IndicatorKind } from './vocabulary.ts';

/** Why an indicator takes no target, to be said after its name; null where it takes one. */
export const whyNoTarget = (indicator: {
  readonly kind: IndicatorKind;
  readonly direction: Direction;
}): string | null => {
  if (indicator.kind === 'narrative') return 'is told in words and rated by whoever tells it: it takes no target.';
  if (indicator.direction === 'monitor') return 'is monitored only: it takes no target.';
  return null;
};
