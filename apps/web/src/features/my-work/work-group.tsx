import { formatYear } from '../../lib/format.ts';
import type { WorkItem } from '../../lib/my-work.ts';
import { WorkLink } from '../../panels/my-work/work-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { SeenWork } from './my-work-queries.ts';
import { dayWords, type WorkGroup as Group, groupTitles, keyOf } from './work-words.ts';

type Seen = {
  readonly onSeen: (seen: SeenWork) => void;
  readonly isBusy: boolean;
};

const Item = ({ item, onSeen, isBusy }: { item: WorkItem } & Seen) => (
  <li className="work-item">
    <div>
      <p className="work-item__name">
        <WorkLink item={item} />
      </p>
      <p className="small soft">{item.reason}</p>
    </div>
    <div className="work-item__place">
      <Tag>{formatYear(item.year)}</Tag>
      {item.section !== null && <Tag>{item.section}</Tag>}
    </div>
    <p className="work-item__day small">{dayWords(item)}</p>
    {(item.kind === 'reminded' || item.kind === 'mentioned') && item.indicator !== null && (
      <SeenButton
        seen={{ kind: item.kind, indicator: item.indicator, year: item.year }}
        onSeen={onSeen}
        isBusy={isBusy}
      />
    )}
  </li>
);

const SeenButton = ({ seen, onSeen, isBusy }: Seen & { seen: SeenWork }) => (
  <Button size="small" className="work-item__seen" disabled={isBusy} onClick={() => onSeen(seen)}>
    Mark as seen<span className="visually-hidden">: {seen.indicator}</span>
  </Button>
);

export const WorkGroup = ({ kind, items, ...seen }: Group & Seen) => (
  <section aria-labelledby={`work-${kind}`}>
    <h2 id={`work-${kind}`}>
      {groupTitles[kind]} <span className="soft">({items.length})</span>
    </h2>
    <ul className="work-list">
      {items.map((item) => (
        <Item key={keyOf(item)} item={item} {...seen} />
      ))}
    </ul>
  </section>
);
