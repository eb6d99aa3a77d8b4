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

type Told = { readonly title?: unknown; readonly detail?: unknown; readonly message?: unknown };

const wordsOf = (error: unknown): { title: string; reason: string | undefined } => {
  const { title, detail, message } = (typeof error === 'object' && error !== null ? error : {}) as Told;
  if (typeof title === 'string') return { title, reason: typeof detail === 'string' ? detail : undefined };
  return {
    title: 'Something went wrong',
    reason: typeof message === 'string' && message !== '' ? message : 'Load the page again; if it stays, tell support.',
  };
};

/** What went wrong, why, and a way on. */
export const ErrorMessage = ({ error, title, onRetry, children }: ErrorMessageProps) => {
  const words = wordsOf(error);
  const reason = [title === undefined ? undefined : words.title, words.reason].filter(Boolean).join('. ');
  return (
    <div className="notice notice--error" role="alert">
      <p className="notice__title">{title ?? words.title}</p>
      {reason !== '' && <p>{reason}</p>}
      {(onRetry !== undefined || children !== undefined) && (
        <div className="notice__actions">
          {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
          {children}
        </div>
      )}
    </div>
  );
};
