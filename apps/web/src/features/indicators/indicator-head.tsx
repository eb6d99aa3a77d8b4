import {
  directionLabels,
  indicatorLevelLabels,
  indicatorRoleLabels,
  indicatorStatusLabels,
  periodBasisLabels,
} from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { useSectionName } from '../../lib/plan.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { IndicatorPage } from './indicator-queries.ts';

const Tags = ({ definition }: { definition: IndicatorPage['definition'] }) => {
  const section = useSectionName(definition.section);
  const words = [
    indicatorRoleLabels[definition.role],
    indicatorLevelLabels[definition.level],
    ...(definition.kind === 'milestone' || definition.kind === 'narrative'
      ? []
      : [directionLabels[definition.direction]]),
    periodBasisLabels[definition.periodBasis],
    section,
  ];
  return (
    <p className="tags indicator-tags">
      {words.map((word) => (
        <Tag key={word}>{word}</Tag>
      ))}
      <Tag tone={definition.status === 'proposed' ? 'plain' : 'strong'}>{indicatorStatusLabels[definition.status]}</Tag>
    </p>
  );
};

type IndicatorHeadProps = { readonly code: string; readonly page: IndicatorPage | undefined; readonly year: number };

/** Where the indicator stands and what kind it is. Lines keep their place while their words are on the way. */
export const IndicatorHead = ({ code, page, year }: IndicatorHeadProps) => {
  // Words that grow where they stand push their neighbours: the way here comes whole, with its names.
  const way = page !== undefined && [
    <Link key="goal" to="/goals/$code" params={{ code: page.goal.code }}>
      {`Goal ${page.goal.code} ${page.goal.shortName}`}
    </Link>,
    <Link key="objective" to="/objectives/$code" params={{ code: page.objective.code }}>
      {`Objective ${page.objective.code} ${page.objective.shortName}`}
    </Link>,
  ];
  return (
    <>
      <Breadcrumbs>
        {[
          <Link key="overview" to="/">
            Overview
          </Link>,
          ...(way || []),
        ]}
      </Breadcrumbs>
      <header className="page-head indicator-head">
        <div className={page === undefined ? 'indicator-head--waiting' : undefined}>
          <PageHeading title={`${code} ${page?.definition.name ?? 'Indicator'}, ${formatYear(year)}`}>
            {code} {page?.definition.name ?? ''}
          </PageHeading>
        </div>
        <ReadingControls />
      </header>
      {page === undefined ? <p className="tags indicator-tags">{'\u00a0'}</p> : <Tags definition={page.definition} />}
    </>
  );
};
