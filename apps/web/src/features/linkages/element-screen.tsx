import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import { ElementGoals } from './element-goals.tsx';
import { ElementHistory } from './element-history.tsx';
import { ElementLink } from './element-link.tsx';
import { countsLine, RatingsOf } from './element-results.tsx';
import { useLinkageTools } from './linkage-tools.tsx';
import { frameworkName, sentenceCase, withSpans } from './linkage-words.ts';
import { type ElementPage, elementQuery } from './linkages-queries.ts';
import './linkages.scss';

export const prefetch = ({ queryClient, strategy, params, year, asOf }: Visit): void => {
  const place = { framework: params.framework ?? '', element: params.element ?? '' };
  void queryClient.prefetchQuery(elementQuery(strategy, place, year, asOf));
};

/** What leads to an element of a framework: goals with their words, objectives and indicators with their results. */
export const ElementScreen = () => {
  const strategy = useStrategy();
  const { framework = '', element: code = '' } = useParams({ from: '/linkages/$framework/$element' });
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(elementQuery(strategy.id, { framework, element: code }, year, asOf));
  const label = query.data?.element.label ?? code;
  return (
    <div className="page">
      <Breadcrumbs>
        <Link to="/linkages" search={(previous) => ({ ...previous, framework })}>
          Line of sight to {frameworkName({ code: framework })}
        </Link>
        {(query.data?.above ?? []).map((above) => (
          <ElementLink key={above.code} framework={framework} {...above} />
        ))}
      </Breadcrumbs>
      <header className="page-head linkages-head">
        <div>
          <PageHeading
            title={`What leads to ${label}, ${formatYear(year)}`}
            over={query.data === undefined ? '\u00a0' : withSpans(query.data.framework.title)}
          >
            What leads to {label}
          </PageHeading>
        </div>
        <ReadingControls />
      </header>
      <Loaded
        query={query}
        what={label}
        said={`${formatYear(year)} is shown`}
        placeholder={<Loading what="what leads there" blocks={[90, 320, 320]} />}
        wayOn={<Link to="/linkages">Go to the linkages</Link>}
      >
        {(page) => <ElementBody page={page} />}
      </Loaded>
    </div>
  );
};

const Wording = ({ element: { level, text, quote } }: ElementPage) => (
  <div className="stack element-words">
    {text !== null && (
      <p className="measure">
        <span className="over">{sentenceCase(level)}</span> {text}
      </p>
    )}
    {quote !== null && quote !== text && (
      <blockquote className="measure">
        <q>{quote}</q>
      </blockquote>
    )}
  </div>
);

const Below = ({ page: { below, framework } }: { page: ElementPage }) =>
  below.length === 0 ? null : (
    <section aria-labelledby="below" className="stack">
      <h2 id="below">Below it</h2>
      <ul className="element-below">
        {below.map(({ code, label, text, linkages }) => (
          <li key={code}>
            <ElementLink framework={framework.code} code={code} label={label} />{' '}
            <span className="soft">{linkages === 0 ? 'nothing is linked' : `${linkages} linked`}</span>
            {text !== null && <span className="element-below__text">{text}</span>}
          </li>
        ))}
      </ul>
    </section>
  );

const nothingWords = ({ element, asOf, below }: ElementPage): string => {
  const under = below.some(({ linkages }) => linkages > 0) ? ' itself; see what is linked below it' : '';
  return asOf === null
    ? `Nothing is linked to ${element.label}${under}.`
    : `On ${formatDay(asOf)} nothing was linked to ${element.label}${under}.`;
};

const ElementBody = ({ page }: { page: ElementPage }) => {
  const { element, framework, goals, rollUp, year } = page;
  const { tools, panel } = useLinkageTools({ framework: framework.code, element: element.code });
  return (
    <div className="stack stack--wide linkages">
      <Wording {...page} />
      {panel}
      <section aria-labelledby="rests-on" className="stack">
        <div className="objectives__head">
          <h2 id="rests-on">{`What stands behind it in ${formatYear(year)}`}</h2>
          {tools !== null && (
            <Button size="small" onClick={tools.add}>
              Add a linkage
            </Button>
          )}
        </div>
        {goals.length === 0 ? (
          <Empty>
            {nothingWords(page)} {tools === null && 'A planner can link goals, objectives and indicators to it.'}
          </Empty>
        ) : (
          <>
            <div className="element-total">
              <RatingsOf rollUp={rollUp} of={element.label} />
              <p>{countsLine(rollUp)}</p>
            </div>
            <RatingLegend />
            <ElementGoals page={page} tools={tools} />
          </>
        )}
      </section>
      <Below page={page} />
      <ElementHistory page={page} tools={tools} />
    </div>
  );
};
