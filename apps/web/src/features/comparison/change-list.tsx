import type { SideChange } from '@fbs/core';
import type { ReactNode } from 'react';
import type { FigureStyle } from '../../lib/figure.ts';
import { formatFigure } from '../../lib/figure.ts';
import { formatDay, formatYear } from '../../lib/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { labelOf, partWords, revisedWords, styleOf, targetWords } from './compare-words.ts';
import type { ComparedIndicator, Comparison } from './comparison-queries.ts';

const icons: Readonly<Partial<Record<SideChange, IconName>>> = {
  rating_rose: 'arrow-up',
  rating_fell: 'arrow-down',
};

type Told = {
  readonly at: string;
  readonly person: string;
  readonly reason: string | null;
  readonly illustrative?: boolean;
};

/** What happened, with its day, its person and the reason given. */
const Change = ({ what, told }: { what: ReactNode; told: Told }) => (
  <li>
    <b>{what}</b> {told.illustrative && <IllustrativeMark />}
    <span className="small soft">
      {`${formatDay(told.at)}, ${told.person}`}
      {told.reason !== null && `: ${told.reason}`}
    </span>
  </li>
);

const Restatements = ({ row, style }: { row: ComparedIndicator; style: FigureStyle }) =>
  row.restatements.length === 0 && row.changes.includes('restated') ? (
    <li>
      <b>Restated</b>
      <span className="small soft">{row.computed ? 'Recalculated, because its parts changed' : null}</span>
    </li>
  ) : (
    row.restatements.map((told) => (
      <Change
        key={`${told.year} ${told.at} ${told.after}`}
        told={told}
        what={`${formatYear(told.year)} restated from ${formatFigure(told.before, style)} to ${formatFigure(told.after, style)}`}
      />
    ))
  );

const revisionWords = (
  { year, before, after, afterResult }: ComparedIndicator['revisions'][number],
  style: FigureStyle,
): string =>
  before === null
    ? `${formatYear(year)} ${targetWords(after, style)} set`
    : `${formatYear(year)} target revised ${revisedWords(before, after, style)}${afterResult ? ', after the result was known' : ''}`;

/** Everything that is different between the sides, in words; what was done says who, when and why. */
export const ChangeList = ({ row, kind }: { row: ComparedIndicator; kind: Comparison['kind'] }) => {
  const style = styleOf(row);
  const [only, ...others] = row.changes;
  if (only === undefined) return <span className="soft">Nothing</span>;
  if (only === 'value_changed' && others.length === 0) return <span className="soft">The figure alone</span>;
  return (
    <ul className="compared-changes">
      {row.changes.map((change) => {
        const label = labelOf(change, kind);
        const icon = icons[change];
        return label === undefined ? null : (
          <li key={change}>
            <b className="mark">
              {icon !== undefined && <Icon name={icon} />}
              {label}
            </b>
          </li>
        );
      })}
      <Restatements row={row} style={style} />
      {row.revisions.map((revision) => (
        <Change
          key={`${revision.year} ${revision.at} ${targetWords(revision.after, style)}`}
          told={revision}
          what={revisionWords(revision, style)}
        />
      ))}
      {row.definitions.map((version) => (
        <Change key={version.number} told={version} what={`Definition changed: ${partWords(version.parts)}`} />
      ))}
    </ul>
  );
};
