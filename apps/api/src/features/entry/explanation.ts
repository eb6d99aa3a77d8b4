import { DomainError } from '../../domain-error.ts';
import type { Change, EntryWork } from './entry-work.ts';

/** What stands after a change: what it names, else what stood before. */
const after = <K extends 'value' | 'text' | 'chosenRating' | 'explanation'>(
  { row }: EntryWork,
  change: Change,
  field: K,
) => (change[field] === undefined ? row?.[field] : change[field]) ?? null;

/**
 * Where the rules demand an explanation of the deviation, there has to be one before a value goes to a reviewer.
 * @throws DomainError invalid, with the rating's own sentence
 */
export const requireExplanation = (work: EntryWork, change: Change): void => {
  const { results, indicator, year } = work;
  if (indicator.definition.role !== 'performance') return;
  const value = after(work, change, 'value');
  const result = results.preview(indicator, year, { value, chosen: after(work, change, 'chosenRating') });
  if (!result.explanationRequired || (after(work, change, 'explanation') ?? '').trim() !== '') return;
  throw new DomainError('invalid', `${result.sentence}. Explain this before you submit it.`, {
    errors: [{ pointer: '/explanation', detail: 'Say what happened, and what will be done about it.' }],
  });
};

/**
 * What a narrative indicator reports is its text; the rating alone says nothing.
 * @throws DomainError invalid
 */
export const requireText = (work: EntryWork, change: Change): void => {
  const { definition, code } = work.indicator;
  if (definition.kind !== 'narrative' || (after(work, change, 'text') ?? '').trim() !== '') return;
  const detail = `${code} is a narrative indicator: write its text before you submit it.`;
  throw new DomainError('invalid', detail, { errors: [{ pointer: '/text', detail }] });
};
