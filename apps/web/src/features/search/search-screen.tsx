import { searchKinds } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useStrategy } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ResultText, ResultTitle } from './result-lines.tsx';
import { type SearchGroup, type SearchResult, searchQuery } from './search-queries.ts';
import { destinationOf, kindLabels, sayFound, todayOnly, whyNotAsked, whyNothing } from './search-words.ts';
import './search.scss';

const fewOfEach = 20;
const mostOfOne = 200;

const SearchForm = ({ q }: { q: string }) => {
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/search', search: { q: text.trim() === '' ? undefined : text } });
  };
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <TextField
          label="Search"
          hint="Codes, names, definitions, explanations, discussion, reviews and people; beginnings of words are enough."
          type="search"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
};

/** Everything found for the words in the address, by kind. */
export const SearchScreen = () => {
  const { q = '' } = useSearch({ from: '/search' });
  const { asOf } = useYearAndAsOf();
  return (
    <div className="page page--narrow stack search-page">
      <PageHeading title={q === '' ? 'Search' : `Search: ${q.slice(0, 60)}`}>Search</PageHeading>
      <SearchForm key={q} q={q} />
      {asOf !== undefined && (
        <Notice>
          <p>{todayOnly(asOf)}</p>
        </Notice>
      )}
      <Found q={q} />
    </div>
  );
};

const Found = ({ q }: { q: string }) => {
  const { kind: named } = useSearch({ from: '/search' });
  const kind = searchKinds.find((each) => each === named);
  const strategy = useStrategy();
  const why = whyNotAsked(q);
  const each = kind === undefined ? fewOfEach : mostOfOne;
  const query = useQuery({ ...searchQuery(strategy.id, { q, kind, each }), enabled: why === null });
  if (why !== null) return <p className="soft">{why}</p>;
  return (
    <Loaded
      query={query}
      what="The results"
      said={query.data === undefined ? '' : sayFound(query.data)}
      placeholder={<Loading what="the results" blocks={[24, 180, 180]} />}
      wayOn={<Link to="/">Go to the overview</Link>}
    >
      {({ groups, total, narrowed }) =>
        total === 0 ? (
          <Empty title="Nothing found">{whyNothing({ narrowed })}</Empty>
        ) : (
          <>
            <p>
              <strong>{sayFound({ groups, total, narrowed })}</strong>{' '}
              {kind !== undefined && (
                <Link to="/search" search={{ q }}>
                  Show all kinds
                </Link>
              )}
            </p>
            {groups.map((group) => (
              <Group key={group.kind} group={group} q={q} />
            ))}
          </>
        )
      }
    </Loaded>
  );
};

const Group = ({ group: { kind, count, results }, q }: { group: SearchGroup; q: string }) => (
  <section aria-labelledby={`found-${kind}`}>
    <h2 id={`found-${kind}`} className="search-group">
      {kindLabels[kind]} <span className="soft">{count}</span>
    </h2>
    <ul className="search-results">
      {results.map((result, index) => (
        // nothing else tells two texts about the same year apart
        <li key={`${index}-${result.at ?? ''}`} className="search-result">
          <p>
            <ResultLink kind={kind} result={result} />
          </p>
          <p>
            <ResultText result={result} />
          </p>
        </li>
      ))}
    </ul>
    {count > results.length && results.length < mostOfOne && (
      <Link to="/search" search={{ q, kind }}>
        Show all {count}: {kindLabels[kind]}
      </Link>
    )}
    {results.length >= mostOfOne && count > mostOfOne && (
      <p className="soft">The nearest {mostOfOne} are shown: another word finds fewer.</p>
    )}
  </section>
);

const ResultLink = ({ kind, result }: { kind: SearchGroup['kind']; result: SearchResult }) => {
  const destination = destinationOf(kind, result);
  const title = <ResultTitle result={result} />;
  return destination === null ? title : <Link {...destination}>{title}</Link>;
};
