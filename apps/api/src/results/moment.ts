import type { Day, Instant } from '@fbs/core';
import { DomainError } from '../domain-error.ts';

/** The point in time that a reading looks from. */
export type Moment = {
  /** The day looked back to; null: as of now. */
  readonly asOf: Day | null;
  /** The last instant that counts; null: everything. */
  readonly until: Instant | null;
  /** The day that due dates are compared with. */
  readonly today: Day;
};

const inWords = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** @throws DomainError invalid for a day that has not come yet */
export const momentOf = (asOf: Day | undefined, now: Instant): Moment => {
  const today = now.slice(0, 10);
  if (asOf === undefined) return { asOf: null, until: null, today };
  if (asOf > today) {
    throw new DomainError(
      'invalid',
      `${inWords.format(Date.parse(asOf))} has not come yet: choose today or a past day.`,
      {
        errors: [{ pointer: '/asOf', detail: 'Choose today or a past day.' }],
      },
    );
  }
  return { asOf, until: `${asOf}T23:59:59.999Z`, today: asOf };
};

/** The moment of an event itself: for what was frozen at a given instant. */
export const momentAt = (instant: Instant): Moment => ({
  asOf: instant.slice(0, 10),
  until: instant,
  today: instant.slice(0, 10),
});
