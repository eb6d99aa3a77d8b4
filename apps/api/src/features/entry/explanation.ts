import { rate } from '@fbs/core';
import { DomainError } from '../../domain-error.ts';
import type { Change, EntryWork } from './entry-work.ts';

/**
 * Where the rules demand an explanation of the deviation, there has to be one before a value goes to a reviewer.
 * @throws DomainError invalid, with the rating's own sentence
 */
export const requireExplanation = ({ facts, results, indicator, year, row }: EntryWork, change: Change): void => {
  const { definition } = indicator;
  if (definition.role !== 'performance') return;
  const { target, previous } = results.entry(indicator, year);
  const before = results.reported(indicator, year - 1);
  const result = rate({
    direction: definition.direction,
    kind: definition.kind,
    decimals: definition.decimals,
    unit: definition.unit,
    tolerance: definition.tolerance,
    target: target.value === null && target.low === null ? null : target,
    value: (change.value === undefined ? row?.value : change.value) ?? null,
    previous: before?.recorded === 'approved' ? before.value : null,
    baseline: definition.baseline?.value ?? null,
    threshold: facts.settings.threshold,
    chosen: (change.chosenRating === undefined ? row?.chosenRating : change.chosenRating) ?? null,
    due: true,
    previousLabel: previous?.label,
    baselineLabel: definition.baseline?.period,
  });
  const explanation = (change.explanation === undefined ? row?.explanation : change.explanation) ?? '';
  if (!result.explanationRequired || explanation.trim() !== '') return;
  throw new DomainError('invalid', `${result.sentence}. Explain this before you submit it.`, {
    errors: [{ pointer: '/explanation', detail: 'Say what happened, and what will be done about it.' }],
  });
};
