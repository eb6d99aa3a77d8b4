import { linkageStrengthLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatDay, formatRounded, plural } from '../../lib/format.ts';
import { useSectionName } from '../../lib/plan.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { definitionDifferences, definitionFacts, missingFacts } from './definition-facts.ts';
import type { IndicatorPage } from './indicator-queries.ts';

const Supports = ({ linkages }: { linkages: IndicatorPage['linkages'] }) =>
  linkages.length === 0 ? null : (
    <>
      <dt>Supports</dt>
      <dd>
        {linkages.map((linkage, index) => (
          <Fragment key={linkage.id}>
            {index > 0 && '; '}
            {linkage.elementLabel}, {linkageStrengthLabels[linkage.strength].toLowerCase()}
          </Fragment>
        ))}{' '}
        <Link to="/linkages">See the line of sight</Link>
      </dd>
    </>
  );

/** The reference sheet in plain words, and plainly what it does not say yet. */
export const DefinitionSheet = ({ page }: { page: IndicatorPage }) => {
  const facts = definitionFacts(page.definition, useSectionName(page.definition.section));
  const missing = missingFacts(facts);
  return (
    <section aria-labelledby="definition" className="stack">
      <h2 id="definition">Definition</h2>
      <dl className="facts">
        {facts
          .filter(({ words }) => words !== null)
          .map(({ term, words }) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </Fragment>
          ))}
        <Supports linkages={page.linkages} />
        {page.progress !== null && (
          <>
            <dt>Progress over the strategy</dt>
            <dd>{`${formatRounded(page.progress, 1)}% of the way from the baseline to the last target`}</dd>
          </>
        )}
      </dl>
      {missing.length > 0 && <p className="small soft">{`Not recorded yet: ${missing.join(', ')}.`}</p>}
      <EarlierVersions versions={page.definitionVersions} />
    </section>
  );
};

type Version = IndicatorPage['definitionVersions'][number];

const EarlierVersion = ({ version, next }: { version: Version; next: Version }) => (
  <li>
    <p>
      <b>{`Version ${version.number}`}</b>, {version.person}, {formatDay(version.at)}, until {formatDay(next.at)}
    </p>
    {next.reason !== null && <p className="small soft">Changed because: {next.reason}</p>}
    {definitionDifferences(version.definition, next.definition).map(({ term, before, after }) => (
      <p key={term} className="small">
        {term}: <span className="soft">{before}</span>; since then: {after}
      </p>
    ))}
  </li>
);

/** Newest first, as the server sends them; each is told by what the version after it changed. */
const EarlierVersions = ({ versions }: { versions: readonly Version[] }) => {
  const earlier = versions.slice(1);
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={plural(earlier.length, 'earlier version')}>
      <ol className="history">
        {earlier.map((version, index) => {
          const next = versions[index];
          return next === undefined ? null : <EarlierVersion key={version.number} version={version} next={next} />;
        })}
      </ol>
    </Disclosure>
  );
};
