import { ApiProblem } from './api-client.ts';

/** How the thing stands now, where a write was refused because somebody else was faster; otherwise undefined. */
export const currentOf = <T>(error: unknown): T | undefined =>
  error instanceof ApiProblem && error.status === 412
    ? (error.body as { readonly current?: T } | undefined)?.current
    : undefined;

const unreachable = [0, 502, 503, 504];

/** Whether the server could not be asked at all, so that the same request may go through later. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiProblem && unreachable.includes(error.status);

/** Why something was refused, in words for beside it. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof ApiProblem) {
    const details = error.errors.map(({ detail }) => detail).filter((detail) => !error.message.includes(detail));
    const reason = error.status === 0 ? `${error.title}. ${error.message}` : error.message;
    return [reason, ...details].join(' ');
  }
  return error instanceof Error && error.message !== '' ? error.message : 'Something went wrong; try again.';
};
