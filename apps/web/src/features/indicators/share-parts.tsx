import { Link } from '@tanstack/react-router';
import { formatFigure } from '../../lib/figure.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import type { IndicatorPage } from './indicator-queries.ts';
import { figureOf, styleOf } from './indicator-style.ts';

type Share = NonNullable<IndicatorPage['share']>;
type Part = Share['numerator'];

const partName = ({ name, category }: Part): string => (category === null ? name : `${name}: ${category}`);

const PartHead = ({ part }: { part: Part }) => (
  <Link to="/indicators/$code" params={{ code: part.indicator }}>
    {part.indicator} {partName(part)}
  </Link>
);

const written = (value: string | null, part: Part) =>
  value === null ? <span className="soft">not reported</span> : formatFigure(value, part);

/** What a share is made of, newest first: the two figures behind each percentage. */
export const ShareParts = ({ page }: { page: IndicatorPage }) => {
  const { share, definition, years } = page;
  if (share === null) return null;
  const { numerator, denominator } = share;
  const shareIn = (year: number) => {
    const entry = years.find((each) => each.year === year);
    const figure = entry === undefined ? null : figureOf(entry, styleOf(definition));
    if (figure === null) return <span className="soft">none</span>;
    return (
      <>
        {entry?.illustrative && <IllustrativeMark />} {figure}
      </>
    );
  };
  return (
    <section aria-labelledby="share">
      <h2 id="share">What the share is made of</h2>
      <p className="small soft">{`${partName(numerator)}, divided by ${partName(denominator)}, in percent. Counted in ${denominator.unit}.`}</p>
      <DataTable
        caption={`${definition.name}: numerator, denominator and share, newest first`}
        captionHidden
        dense
        rows={share.years.toReversed()}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: 'label', head: 'Period', cell: ({ label }) => label, nowrap: true },
          {
            key: 'numerator',
            head: <PartHead part={numerator} />,
            align: 'end',
            cell: (each) => written(each.numerator, numerator),
          },
          {
            key: 'denominator',
            head: <PartHead part={denominator} />,
            align: 'end',
            cell: (each) => written(each.denominator, denominator),
          },
          {
            key: 'share',
            head: 'Share',
            align: 'end',
            cell: ({ year }) => shareIn(year),
          },
        ]}
      />
    </section>
  );
};
