import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAnnounceChange } from './announce-change.ts';
import { ErrorMessage } from './error-message.tsx';

type LoadedProps<Data> = {
  readonly query: UseQueryResult<Data>;
  /** Gives names to what is shown: waited for too, so that no word grows in its place and pushes others. */
  readonly names?: { readonly isPending: boolean };
  /** What is loaded, for the words of an error: "The overview". */
  readonly what: string;
  /** Said to screen readers when it changes while the screen stays: "FY 2020 is shown". */
  readonly said?: string;
  /** Holds the place while nothing is known yet. */
  readonly placeholder: ReactNode;
  /** Another way on than trying again, which cannot help where what is asked for is not there: a link. */
  readonly wayOn?: ReactNode;
  readonly children: (data: Data) => ReactNode;
};

/** Waiting, refused, or there: a screen writes only the last. What was shown before stays until the new has come. */
export const Loaded = <Data,>(props: LoadedProps<Data>) => {
  const { query, names, what, said, placeholder, wayOn, children } = props;
  const { data, error, isPlaceholderData } = query;
  useAnnounceChange(data === undefined || isPlaceholderData ? undefined : said);
  const retry = () => void query.refetch();
  if ((data === undefined && error === null) || names?.isPending === true) return placeholder;
  if (data === undefined) {
    return (
      <ErrorMessage error={error} title={`${what} could not be loaded`} onRetry={retry}>
        {wayOn}
      </ErrorMessage>
    );
  }
  return (
    <>
      {error !== null && (
        <ErrorMessage
          error={error}
          title={`${what} could not be refreshed; this is how it last stood`}
          onRetry={retry}
        />
      )}
      <div className="loaded" aria-busy={isPlaceholderData || undefined}>
        {children(data)}
      </div>
    </>
  );
};
