import type { ProblemCode } from '@fbs/contract';

type Details = {
  /** Which parts of the request to mend. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  /** How the thing stands now, where somebody else was faster. */
  readonly current?: unknown;
  /** Seconds after which it is worth to ask again. */
  readonly retryAfter?: number;
};

/** A refusal that the caller can understand and act on; anything else that is thrown is a bug. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly errors: Details['errors'];
  readonly current: unknown;
  readonly retryAfter: Details['retryAfter'];

  constructor(code: ProblemCode, detail: string, { errors, current, retryAfter }: Details = {}) {
    super(detail);
    this.name = 'DomainError';
    this.code = code;
    this.errors = errors;
    this.current = current;
    this.retryAfter = retryAfter;
  }
}

/** The row, or a refusal that says what there is none of. */
export const required = <T>(row: T | undefined, sentence: string): T => {
  if (row === undefined) throw new DomainError('not_found', sentence);
  return row;
};
