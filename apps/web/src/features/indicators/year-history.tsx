import { useQuery } from '@tanstack/react-query';
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

type YearHistoryProps = { readonly page: IndicatorPage; readonly entry: IndicatorYear };

/** Every version of the year's value and target: who, when, and why. */
export const YearHistory = ({ page, entry }: YearHistoryProps) => {
  const { id } = useStrategy();
  const { asOf } = useYearAndAsOf();
  const query = useQuery(historyQuery(id, page.code, entry.year, asOf));
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{`History of ${entry.period.label}`}</h2>
      <Loaded query={query} what="The history" placeholder={<Loading what="the history" height={200} />}>
        {(history) => {
          const events = historyEvents(history, styleOf(page.definition));
          if (events.length === 0) return <p className="soft">Nothing has been recorded for this year.</p>;
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
