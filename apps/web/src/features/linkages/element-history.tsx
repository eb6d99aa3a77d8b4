import { linkageStrengthLabels, linkageSubjectLabels } from '@fbs/core';
import { formatInstant } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { LinkageTools } from './linkage-tools.tsx';
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

/** A removal that nothing followed can be taken back. */
const isLast = (event: Event, history: readonly Event[]): boolean =>
  event.action === 'removed' &&
  history.every(({ linkage, version }) => linkage !== event.linkage || version <= event.version);

type ElementHistoryProps = { readonly page: ElementPage; readonly tools: LinkageTools | null };

/** What was done to the linkages of an element, newest first. */
export const ElementHistory = ({ page: { history }, tools }: ElementHistoryProps) =>
  history.length === 0 ? null : (
    <Disclosure summary={`What was done to its linkages (${history.length})`}>
      <ul className="element-history">
        {history.map((event) => (
          <li key={`${event.linkage} ${event.version}`}>
            <span className="small soft">{formatInstant(event.at)} UTC</span> <b>{event.person}</b>:{' '}
            {`${subjectWords(event)} ${actionWords[event.action]} (${linkageStrengthLabels[event.strength].toLowerCase()})`}
            {event.reason !== null && <span className="soft"> Reason: {event.reason}</span>}{' '}
            {tools !== null && isLast(event, history) && (
              <Button
                kind="quiet"
                size="small"
                onClick={() => tools.restore({ id: event.linkage, version: event.version })}
              >
                Bring back<span className="visually-hidden"> {subjectWords(event)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
