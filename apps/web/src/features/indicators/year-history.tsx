import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { type HistoryEvent, historyEvents } from './history-events.ts';
import { historyQuery, type IndicatorPage, type IndicatorYear } from './indicator-queries.ts';
import { styleOf } from './indicator-style.ts';

const Event = ({ event }: { event: HistoryEvent }) => (
  <li>
    <p>
      {event.figure !== null && <b>{event.figure} </b>}
      {event.words} {event.illustrative && <IllustrativeMark />}
    </p>
    {event.details.map((detail) => (
      <p key={detail} className="small">
        {detail}
      </p>
    ))}
    <p className="small soft">
      {event.person}, {formatInstant(event.at)}
    </p>
  </li>
);

/** A figure that is worked out has no history of its own: it changes with its parts. */
const Parts = ({ computed }: { computed: IndicatorPage['definition']['computed'] }) => {
  if (computed === null) return null;
  if (computed.kind === 'targets_set') return <p className="small soft">Worked out from the targets recorded here.</p>;
  const codes = [...new Set([computed.numerator.indicator, computed.denominator.indicator])];
  return (
    <p className="small soft">
      Worked out; it changes with{' '}
      {codes.map((code, index) => (
        <Fragment key={code}>
          {index > 0 && ' and '}
          <Link to="/indicators/$code" params={{ code }}>
            {code}
          </Link>
        </Fragment>
      ))}
      .
    </p>
  );
};

type YearHistoryProps = { readonly page: IndicatorPage; readonly entry: IndicatorYear };

/** Every version of the year's value and target: who, when, and why. */
export const YearHistory = ({ page, entry }: YearHistoryProps) => {
  const { id } = useStrategy();
  const { asOf } = useYearAndAsOf();
  const query = useQuery(historyQuery(id, page.code, entry.year, asOf));
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{`History of ${entry.period.label}`}</h2>
      <Parts computed={page.definition.computed} />
      <Loaded query={query} what="The history" placeholder={<Loading what="the history" height={200} />}>
        {(history) => {
          const events = historyEvents(history, styleOf(page.definition));
          if (events.length === 0) {
            return entry.computed ? null : <p className="soft">Nothing has been recorded for this year.</p>;
          }
          return (
            <>
              <ol className="history">
                {events.map((event) => (
                  <Event key={event.key} event={event} />
                ))}
              </ol>
              <p className="small faint">Times are in UTC.</p>
            </>
          );
        }}
      </Loaded>
    </section>
  );
};
