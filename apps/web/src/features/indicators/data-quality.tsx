import {
  dataQualityItemLabels,
  dataQualityItems,
  dataQualityStandardLabels,
  dataQualityStandards,
  standardAnswerLabels,
} from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatDay } from '../../lib/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SegmentMeter } from '../../ui/segment-meter.tsx';
import type { IndicatorPage } from './indicator-queries.ts';

type Quality = IndicatorPage['definition']['dataQuality'];

const Items = ({ items }: { items: Quality['items'] }) => (
  <dl className="facts">
    {dataQualityItems.map((item) => (
      <Fragment key={item}>
        <dt>{dataQualityItemLabels[item]}</dt>
        <dd>{items[item] ?? <span className="soft">not said yet</span>}</dd>
      </Fragment>
    ))}
  </dl>
);

const Standards = ({ standards }: { standards: Quality['standards'] }) => (
  <dl className="facts">
    {dataQualityStandards.map((standard) => {
      const assessed = standards[standard];
      return (
        <Fragment key={standard}>
          <dt>{dataQualityStandardLabels[standard]}</dt>
          <dd>
            {standardAnswerLabels[assessed?.answer ?? 'not_assessed']}
            {assessed !== undefined && (
              <span className="soft">
                {assessed.note === '' ? '' : `: ${assessed.note}`} ({formatDay(assessed.assessedOn)})
              </span>
            )}
          </dd>
        </Fragment>
      );
    })}
  </dl>
);

/** How far the figure can be trusted, and what has not been said about it. */
export const DataQuality = ({ page }: { page: IndicatorPage }) => {
  const { answered, of, missing } = page.dataQuality;
  const { items, standards } = page.definition.dataQuality;
  return (
    <section aria-labelledby="data-quality" className="stack">
      <h2 id="data-quality">{`Data quality: ${answered} of ${of}`}</h2>
      <SegmentMeter filled={answered} of={of} label={`${answered} of ${of} data quality items answered`} />
      {missing.length > 0 && (
        <p className="small soft">
          {`Missing: ${missing.map((item) => item.charAt(0).toLowerCase() + item.slice(1)).join('; ')}. `}
          {page.rights.edit && (
            <Link to="/indicators/$code/edit" params={{ code: page.code }}>
              Complete
            </Link>
          )}
        </p>
      )}
      {answered > 0 && (
        <Disclosure summary="The five items">
          <Items items={items} />
        </Disclosure>
      )}
      {Object.keys(standards).length > 0 && (
        <Disclosure summary="The five quality standards">
          <Standards standards={standards} />
        </Disclosure>
      )}
    </section>
  );
};
