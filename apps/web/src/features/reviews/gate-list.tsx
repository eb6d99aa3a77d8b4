import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatYear, plural } from '../../lib/format.ts';
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

const GateGroups = ({ year, items }: { year: number; items: readonly GateItem[] }) => {
  const objectives = [...new Set(items.map(({ objective }) => objective))];
  return objectives.map((objective) => (
    <section key={objective ?? 'review'} className="gate__group">
      <h3>{objective === null ? `${formatYear(year)} as a whole` : `Objective ${objective}`}</h3>
      <ul className="gate__items">
        {items
          .filter((item) => item.objective === objective)
          .map((item) => (
            <GateLine key={item.sentence} year={year} item={item} />
          ))}
      </ul>
    </section>
  ));
};

const openCircle = (
  <Glyph>
    <circle cx="8" cy="8" r="5" {...line} />
  </Glyph>
);

type GateLineProps = { readonly year: number; readonly item: GateItem };

const GateLine = ({ year, item }: GateLineProps) => (
  <li className={item.blocks ? 'gate__item--blocks' : 'gate__item--warns'}>
    {item.blocks ? openCircle : <Icon name="warning" />}
    <GateAnchor year={year} item={item}>
      {shortSentence(item)}
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
