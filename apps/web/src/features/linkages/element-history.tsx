import { linkageStrengthLabels, linkageSubjectLabels } from '@fbs/core';
import { formatInstant } from '../../lib/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { ElementPage } from './linkages-queries.ts';

type Event = ElementPage['history'][number];

const actionWords: Readonly<Record<Event['action'], string>> = {
  added: 'linked',
  changed: 'changed',
  removed: 'removed',
  restored: 'brought back',
  moved: 'moved to another element',
};

const subjectWords = ({ subject }: Event): string =>
  `${linkageSubjectLabels[subject.kind].toLowerCase()} ${subject.code}`;

/** What was done to the linkages of an element, newest first. */
export const ElementHistory = ({ page: { history } }: { page: ElementPage }) =>
  history.length === 0 ? null : (
    <Disclosure summary={`What was done to its linkages (${history.length})`}>
      <ul className="element-history">
        {history.map((event) => (
          <li key={`${event.linkage} ${event.at} ${event.action}`}>
            <span className="small soft">{formatInstant(event.at)} UTC</span> <b>{event.person}</b>:{' '}
            {`${subjectWords(event)} ${actionWords[event.action]} (${linkageStrengthLabels[event.strength].toLowerCase()})`}
            {event.reason !== null && <span className="soft"> Reason: {event.reason}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
