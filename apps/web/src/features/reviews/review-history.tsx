import type { Review } from '@fbs/contract';
import { formatInstant } from '../../lib/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';

type Event = Review['events'][number];

/** Several writes in a row by one person are one line: only the last moment matters. */
const withoutRepeats = (events: readonly Event[]): readonly Event[] =>
  events.filter(({ action, person }, index) => {
    const next = events[index + 1];
    return action !== 'written' || next?.action !== 'written' || next.person !== person;
  });

const sentenceOf = (action: string): string => {
  const words = action.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Who took which step of the review, when, and why. */
export const ReviewHistory = ({ events }: { events: readonly Event[] }) =>
  events.length === 0 ? null : (
    <Disclosure summary="History of the review">
      <ol className="history">
        {withoutRepeats(events)
          .toReversed()
          .map((event) => (
            <li key={event.at}>
              <b>{sentenceOf(event.action)}</b> by {event.person}, {formatInstant(event.at)} UTC{' '}
              {event.illustrative && <IllustrativeMark />}
              {event.reason !== null && <p className="soft">{event.reason}</p>}
            </li>
          ))}
      </ol>
    </Disclosure>
  );
