import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { methodParts } from './method-parts.tsx';
import { type MethodPage, methodQuery } from './method-queries.ts';
import './method.scss';

export const prefetch = ({ queryClient, strategy, asOf }: Visit): void => {
  void queryClient.prefetchQuery(methodQuery(strategy, asOf));
};

/** How every figure is rated, in plain words, with the cases that prove it. */
export const MethodScreen = () => {
  const strategy = useStrategy();
  const { asOf } = useYearAndAsOf();
  const query = useQuery(methodQuery(strategy.id, asOf));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <PageHeading title="Method" />
          <p className="soft measure">
            How every figure is compared with its target, rated and counted, and the cases that prove it. The rules are
            the same for every goal and every year.
          </p>
        </div>
      </header>
      <Loaded
        query={query}
        what="The method"
        placeholder={<Loading what="the method" blocks={[240, 200, 420, 420]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(page) => <MethodBody page={page} />}
      </Loaded>
    </div>
  );
};

const Contents = () => (
  <nav className="method__contents" aria-label="On this page">
    <p className="over">On this page</p>
    <ul>
      {methodParts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The browser looked for the part that an address names before it was there. */
const scrollToPart = (text: HTMLElement | null): void => {
  const id = decodeURIComponent(window.location.hash.slice(1));
  if (id !== '') text?.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView();
};

const MethodBody = ({ page }: { page: MethodPage }) => (
  <div className="method">
    <Contents />
    <div className="method__text" ref={scrollToPart}>
      {methodParts.map(({ id, title, body }) => (
        <section key={id} aria-labelledby={id} className="method__part">
          {/* Who comes here from the contents goes on reading and tabbing from here. */}
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          {body(page)}
        </section>
      ))}
    </div>
  </div>
);
