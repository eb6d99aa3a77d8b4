import { expect, test } from 'vitest';
import { isRefusal } from './refusal.ts';
import {
  nextReviewState,
  nextSectionState,
  reviewActions,
  reviewTransitions,
  sectionActions,
  sectionTransitions,
} from './review-state.ts';
import { reviewStates, sectionStates } from './vocabulary.ts';

test('a review goes its way to final, back from clearance, and open again', () => {
  expect(nextReviewState('not_started', 'open')).toBe('open');
  expect(nextReviewState('open', 'send_to_clearance')).toBe('in_clearance');
  expect(nextReviewState('in_clearance', 'return_from_clearance')).toBe('open');
  expect(nextReviewState('in_clearance', 'sign_off')).toBe('final');
  expect(nextReviewState('final', 'reopen')).toBe('open');
});

test('what a review cannot do now is refused with what to do instead', () => {
  expect(nextReviewState('open', 'sign_off')).toEqual({ refused: 'The review is open; send it to clearance first.' });
  expect(nextReviewState('open', 'open')).toEqual({
    refused: 'The review of this year is open already; go on writing it.',
  });
  expect(nextReviewState('final', 'send_to_clearance')).toEqual({
    refused: 'The review is final; ask an administrator to reopen it.',
  });
});

test('a section is drafted, submitted, returned or cleared', () => {
  expect(nextSectionState('drafting', 'submit', 'open')).toBe('submitted');
  expect(nextSectionState('submitted', 'return', 'in_clearance')).toBe('returned');
  expect(nextSectionState('returned', 'submit', 'open')).toBe('submitted');
  expect(nextSectionState('submitted', 'clear', 'in_clearance')).toBe('cleared');
});

test('writing a section takes it back to drafting', () => {
  for (const state of sectionStates) expect(nextSectionState(state, 'write', 'open')).toBe('drafting');
});

test('a section is written only while its review is open', () => {
  for (const review of ['not_started', 'in_clearance', 'final'] as const) {
    expect(nextSectionState('drafting', 'write', review)).toHaveProperty('refused');
  }
  expect(nextSectionState('drafting', 'write', 'not_started')).toEqual({
    refused: 'The review of this year is not started; open it first.',
  });
  expect(nextSectionState('drafting', 'clear', 'open')).toEqual({
    refused: 'This section is still being drafted; it has to be submitted first.',
  });
});

test('every state answers every action: by its table, or with a sentence', () => {
  for (const review of reviewStates) {
    for (const action of reviewActions) {
      const next = nextReviewState(review, action);
      expect(isRefusal(next)).toBe(!reviewTransitions[action].from.includes(review));
    }
    for (const action of sectionActions) {
      for (const state of sectionStates) {
        const next = nextSectionState(state, action, review);
        const { from, during } = sectionTransitions[action];
        expect(isRefusal(next)).toBe(!from.includes(state) || !during.includes(review));
        if (isRefusal(next)) expect(next.refused).toMatch(/^[A-Z].*\.$/);
      }
    }
  }
});
