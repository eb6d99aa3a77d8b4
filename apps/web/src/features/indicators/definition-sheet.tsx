import { linkageStrengthLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatInstant, formatRounded, plural } from '../../lib/format.ts';
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
      <Versions versions={page.definitionVersions} />
    </section>
  );
};

type Version = IndicatorPage['definitionVersions'][number];

const Changed = ({ version, before }: { version: Version; before: Version }) => (
  <dl className="version-changes small">
    {definitionDifferences(before.definition, version.definition).map((change) => (
      <div key={change.term}>
        <dt>{change.term}</dt>
        <dd>
          <span className="soft">Until then: {change.before}</span>
          <br />
          Since then: {change.after}
        </dd>
      </div>
    ))}
  </dl>
);

const VersionEntry = ({ version, before }: { version: Version; before: Version | undefined }) => (
  <li>
    <p>
      <b>{`Version ${version.number}`}</b>, {version.person}, {formatInstant(version.at)}
    </p>
    {version.reason !== null && <p className="small">Reason: {version.reason}</p>}
    {before === undefined ? (
      <p className="small soft">The first definition.</p>
    ) : (
      <Changed version={version} before={before} />
    )}
  </li>
);

/** Newest first, as the server sends them; each is told by what it changed, who changed it, when and why. */
const Versions = ({ versions }: { versions: readonly Version[] }) =>
  versions.length < 2 ? null : (
    <Disclosure summary={plural(versions.length - 1, 'earlier version')}>
      <ol className="history">
        {versions.map((version, index) => (
          <VersionEntry key={version.number} version={version} before={versions[index + 1]} />
        ))}
      </ol>
    </Disclosure>
  );
