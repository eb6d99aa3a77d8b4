import type { ReactNode } from 'react';
import { Button } from './button.tsx';

type ErrorMessageProps = {
  /** What was thrown; its words are shown. A refusal of the server brings its reason with it. */
  readonly error: unknown;
  /** What could not be done: "The overview could not be loaded". */
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
  /** Another way on: a link. */
  readonly children?: ReactNode;
};

type Told = {
  readonly status?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly message?: unknown;
};

/** Refused for what was asked, not for how things stand at the moment: asking the same again cannot help. */
const settled = [400, 403, 404, 410, 422];

const isSettled = (error: unknown): boolean => settled.includes(Number((error as Told | null)?.status));

const wordsOf = (error: unknown): { title: string; reason: string | undefined } => {
  const { title, detail, message } = (typeof error === 'object' && error !== null ? error : {}) as Told;
  if (typeof title === 'string') return { title, reason: typeof detail === 'string' ? detail : undefined };
  return {
    title: 'Something went wrong',
    reason: typeof message === 'string' && message !== '' ? message : 'Load the page again; if it stays, tell support.',
  };
};

/** What went wrong, why, and a way on: trying again where that may help. */
export const ErrorMessage = ({ error, title, onRetry, children }: ErrorMessageProps) => {
  const words = wordsOf(error);
  // What is not there says so itself: "There is no goal 9 in this strategy."
  const final = onRetry !== undefined && isSettled(error) ? words.reason : undefined;
  const reason = [title === undefined ? undefined : words.title, words.reason].filter(Boolean).join('. ');
  const retry = final === undefined ? onRetry : undefined;
  return (
    <div className="notice notice--error" role="alert">
      <p className="notice__title">{final ?? title ?? words.title}</p>
      {final === undefined && reason !== '' && <p>{reason}</p>}
      {(retry !== undefined || children !== undefined) && (
        <div className="notice__actions">
          {retry !== undefined && <Button onClick={retry}>Try again</Button>}
          {children}
        </div>
      )}
    </div>
  );
};
