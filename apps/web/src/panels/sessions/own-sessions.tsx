import { browserName, type SignInMethod } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Tag } from '../../ui/tag.tsx';
import './own-sessions.scss';
import { type OwnSession, type OwnSessions, sessionsQuery, useEndSession } from './session-queries.ts';

const methodWords: Readonly<Record<SignInMethod, string>> = {
  persona: 'As a person of the evaluation',
  password: 'With a password',
  single_sign_on: 'By single sign-on',
};

const lasting = ({ idleMinutes, hours }: OwnSessions): string =>
  `A session ends ${idleMinutes} minutes after it was last used, and ${hours} hours after it began in any case.`;

type ListProps = {
  readonly own: OwnSessions;
  readonly busy: boolean;
  readonly onEnd: (session: OwnSession) => void;
};

const whence = ({ method, address }: OwnSession): string =>
  [method === null ? '' : methodWords[method], address === null ? '' : `from ${address}`].filter(Boolean).join(', ');

const columnsOf = (busy: boolean, onEnd: ListProps['onEnd']): Column<OwnSession>[] => [
  {
    key: 'browser',
    head: 'Browser',
    cell: (session) => (
      <>
        {browserName(session.browser)}
        <span className="own-session__whence">{whence(session)}</span>
      </>
    ),
  },
  { key: 'since', head: 'Since (UTC)', cell: ({ since }) => formatInstant(since) },
  { key: 'seen', head: 'Last used (UTC)', cell: ({ lastSeen }) => formatInstant(lastSeen) },
  {
    key: 'end',
    head: <span className="visually-hidden">Session</span>,
    label: 'Session',
    nowrap: true,
    cell: (session) =>
      session.current ? (
        <Tag>this one</Tag>
      ) : (
        <Button
          kind="quiet"
          size="small"
          disabled={busy}
          onClick={() => onEnd(session)}
          aria-label={`Sign out ${browserName(session.browser)} of ${formatInstant(session.since)}`}
        >
          Sign out
        </Button>
      ),
  },
];

const List = ({ own, busy, onEnd }: ListProps) => (
  <DataTable
    caption="Where you are signed in"
    captionHidden
    columns={columnsOf(busy, onEnd)}
    rows={own.sessions}
    rowKey={({ id }) => id}
    narrow="cards"
  />
);

/** Every browser in which one is signed in, and how to end what should not be there. */
export const OwnSessionsPart = () => {
  const query = useQuery(sessionsQuery);
  const end = useEndSession();
  const endOne = ({ id, browser }: OwnSession) =>
    end.mutate(id, { onSuccess: () => announce(`${browserName(browser)} is signed out`) });
  const endOthers = () => end.mutate(null, { onSuccess: () => announce('You are signed in here alone') });
  return (
    <section className="stack" aria-labelledby="own-sessions">
      <h2 id="own-sessions">Where you are signed in</h2>
      <Loaded
        query={query}
        what="Where you are signed in"
        placeholder={<Loading what="where you are signed in" height={160} />}
      >
        {(own) => (
          <div className="stack">
            <p className="measure soft">
              {lasting(own)} If you do not know one of these, sign it out and tell an administrator.
            </p>
            <List own={own} busy={end.isPending} onEnd={endOne} />
            {end.isError && <ErrorMessage title="It could not be signed out" error={end.error} />}
            {own.sessions.length > 1 && (
              <p>
                <Button disabled={end.isPending} onClick={endOthers}>
                  Sign out everywhere else
                </Button>
              </p>
            )}
          </div>
        )}
      </Loaded>
    </section>
  );
};
