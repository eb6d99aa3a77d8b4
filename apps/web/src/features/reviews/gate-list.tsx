import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { formatYear, plural } from '../../lib/format.ts';
import { RadioGroup } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Glyph, Icon, line } from '../../ui/icon.tsx';
import { doneSentences, type GateItem, gateLink, shortSentence } from './gate-links.ts';

type GateListProps = {
  readonly year: number;
  readonly stage: 'clearance' | 'sign_off';
  readonly items: readonly GateItem[];
};

/** What is missing before the next step, each a link to the place that mends it; warnings stand apart. */
export const GateList = ({ year, stage, items }: GateListProps) => {
  const blocking = items.filter(({ blocks }) => blocks);
  const warnings = items.filter(({ blocks }) => !blocks);
  return (
    <aside className="gate" aria-labelledby="gate">
      <h2 id="gate">{stage === 'clearance' ? 'Before clearance' : 'Before sign-off'}</h2>
      <p className="small soft">
        {blocking.length === 0
          ? 'Nothing is missing.'
          : `${plural(blocking.length, 'thing is', 'things are')} missing.`}
      </p>
      <GateGroups year={year} items={blocking} />
      <Done sentences={doneSentences(blocking, stage)} />
      {warnings.length > 0 && (
        <Disclosure summary={plural(warnings.length, 'warning')}>
          <p className="small soft">They do not hold the review up.</p>
          <ul className="gate__items">
            {warnings.map((item) => (
              <GateLine key={item.sentence} year={year} item={item} />
            ))}
          </ul>
        </Disclosure>
      )}
    </aside>
  );
};

type Order = 'objective' | 'person';

const orders = [
  { value: 'objective', label: 'By objective' },
  { value: 'person', label: 'By person' },
] as const;

const groupOf = (item: GateItem, order: Order, year: number): string => {
  if (order === 'person') return item.who;
  return item.objective === null ? `${formatYear(year)} as a whole` : `Objective ${item.objective}`;
};

const GateGroups = ({ year, items }: { year: number; items: readonly GateItem[] }) => {
  const [order, setOrder] = useState<Order>('objective');
  const names = [...new Set(items.map((item) => groupOf(item, order, year)))];
  if (items.length === 0) return null;
  return (
    <>
      <RadioGroup label="Order of the list" labelHidden options={orders} value={order} onChange={setOrder} />
      {names.map((name) => (
        <section key={name} className="gate__group">
          <h3>{name}</h3>
          <ul className="gate__items">
            {items
              .filter((item) => groupOf(item, order, year) === name)
              .map((item) => (
                <GateLine key={item.sentence} year={year} item={item} isWhole={order === 'person'} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const openCircle = (
  <Glyph>
    <circle cx="8" cy="8" r="5" {...line} />
  </Glyph>
);

type GateLineProps = {
  readonly year: number;
  readonly item: GateItem;
  /** Names the objective too: no heading says it. */
  readonly isWhole?: boolean;
};

const GateLine = ({ year, item, isWhole = false }: GateLineProps) => (
  <li className={item.blocks ? 'gate__item--blocks' : 'gate__item--warns'}>
    {item.blocks ? openCircle : <Icon name="warning" />}
    <GateAnchor year={year} item={item}>
      {isWhole ? item.sentence : shortSentence(item)}
    </GateAnchor>
  </li>
);

type GateAnchorProps = { readonly year: number; readonly item: GateItem; readonly children: ReactNode };

/** The link of one missing thing. */
export const GateAnchor = ({ year, item, children }: GateAnchorProps) => {
  const link = gateLink(item);
  if (link.kind === 'entry') {
    return (
      <Link to="/entry" search={{ year, indicator: link.indicator }}>
        {children}
      </Link>
    );
  }
  if (link.kind === 'indicator') {
    return (
      <Link to="/indicators/$code" params={{ code: link.indicator }} search={{ year }}>
        {children}
      </Link>
    );
  }
  const { objective, part } = link;
  return (
    <Link
      to="/reviews/$year"
      params={{ year: String(year) }}
      search={{ year, objective }}
      hash={part}
      resetScroll={false}
    >
      {children}
    </Link>
  );
};

const Done = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.length === 0 ? null : (
    <ul className="gate__items gate__items--done">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Icon name="check" />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
