import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatYear, plural } from '../../lib/format.ts';
import { Counted } from '../../panels/results/counted.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FoldedList } from '../../ui/folded-list.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { type Attention, attentionAction, attentionCounts, attentionIcons } from './attention-action.ts';

type ItemProps = { readonly item: Attention; readonly year: number; readonly mayEnter: boolean };

const Item = ({ item, year, mayEnter }: ItemProps) => (
  <div className="attention">
    <span className={`attention__icon attention__icon--${item.kind}`}>
      <Icon name={attentionIcons[item.kind]} />
    </span>
    <div>
      <p className="attention__name">
        <Link to="/indicators/$code" params={{ code: item.indicator }} search={{ year }}>
          {item.indicator} {item.name}
        </Link>
      </p>
      <p className="small soft">
        {item.sentence} {item.illustrative && <IllustrativeMark />}
      </p>
    </div>
    <p className="attention__action">
      <ActionLink item={item} year={year} mayEnter={mayEnter} />
    </p>
  </div>
);

const ActionLink = ({ item, year, mayEnter }: ItemProps) => {
  const { label, place } = attentionAction(item, mayEnter);
  const words = (
    <>
      {label}
      <span className="visually-hidden">: {item.indicator}</span>
    </>
  );
  return place === 'entry' ? (
    <Link to="/entry" search={{ year, indicator: item.indicator }}>
      {words}
    </Link>
  ) : (
    <Link to="/indicators/$code" params={{ code: item.indicator }} search={{ year }}>
      {words}
    </Link>
  );
};

/** How many there are, and why: each count leads to its own list. */
const Ranks = ({ items, year }: Pick<NeedsAttentionProps, 'items' | 'year'>) => (
  <p className="small soft">
    <Counted list="attention" year={year}>
      {plural(items.length, 'indicator')}
    </Counted>
    {': '}
    {attentionCounts(items).map(({ kind, words }, index) => (
      <Fragment key={kind}>
        {index > 0 && ', '}
        <Counted list="attention" kind={kind} year={year}>
          {words}
        </Counted>
      </Fragment>
    ))}
    .{' '}
    <Link to="/method" hash="attention">
      How this is ranked
    </Link>
  </p>
);

type NeedsAttentionProps = {
  readonly items: readonly Attention[];
  readonly year: number;
  /** Whether this person may mend what belongs to a section, and not only look at it. */
  readonly mayEnterIn: (section: string) => boolean;
};

/** Exceptions first, each one link from its cause. */
export const NeedsAttention = ({ items, year, mayEnterIn }: NeedsAttentionProps) => (
  <section aria-labelledby="needs-attention">
    <div className="attention-head">
      <h2 id="needs-attention">Needs attention</h2>
      {items.length > 0 && <Ranks items={items} year={year} />}
    </div>
    {items.length === 0 ? (
      <Empty title={`Nothing needs attention in ${formatYear(year)}`}>
        Nothing is below target, falling, overdue, returned or unexplained, and no target was revised after its result.
      </Empty>
    ) : (
      <FoldedList
        key={year}
        className="attention-list"
        first={5}
        items={items.map((item) => ({
          key: `${item.indicator} ${item.kind}`,
          content: <Item item={item} year={year} mayEnter={mayEnterIn(item.section)} />,
        }))}
      />
    )}
  </section>
);
