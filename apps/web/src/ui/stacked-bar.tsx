import { type Rating, ratingLabels, ratings } from '@fbs/core';
import { type ReactNode, useId } from 'react';

type StackedBarProps = {
  readonly counts: Readonly<Partial<Record<Rating, number>>>;
  /** What is counted: "performance indicators of goal 1". */
  readonly label?: string;
  /** Makes each part a link to what it counts; the words are its name: "4 on target". */
  readonly linkOf?: (rating: Rating, words: string) => ReactNode;
};

/** Percent of the width between two parts. */
const gap = 0.8;
/** Percent of the width that a count of two digits needs. */
const narrowest = 8;

/** Counts by rating: a gap between the parts, the count inside, a pattern and an outline beside the colors. */
export const StackedBar = ({ counts, label, linkOf }: StackedBarProps) => {
  const parts = partsOf(counts);
  const words = parts.map(wordsOf).join(', ');
  const name = `${label === undefined ? '' : `${label}: `}${words === '' ? 'none' : words}`;
  if (linkOf === undefined || parts.length === 0) return <Bar parts={parts} name={name} />;
  return (
    <div className="stacked-bar-frame">
      <Bar parts={parts} />
      <ul aria-label={label}>
        {parts.map((part) => (
          <li key={part.rating} style={{ insetInlineStart: `${part.start}%`, inlineSize: `${part.width}%` }}>
            {linkOf(part.rating, wordsOf(part))}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The drawing; silent without a name, where links say what it shows. */
const Bar = ({ parts, name }: { parts: readonly Part[]; name?: string }) => {
  const hatch = useId();
  return (
    <svg className="stacked-bar" aria-hidden={name === undefined || undefined} role="img" aria-label={name ?? ''}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="stacked-bar__ground" />
          <rect width="2" height="6" className="stacked-bar__stripe" />
        </pattern>
      </defs>
      {parts.map(({ rating, count, start, width }) => (
        <g key={rating} className={`stacked-bar__part stacked-bar__part--${rating}`}>
          <rect
            x={`${start}%`}
            y="1"
            width={`${width}%`}
            height="22"
            rx="2"
            fill={rating === 'improved_target_not_met' ? `url(#${hatch})` : undefined}
          />
          <text x={`${start + width / 2}%`} y="16.5" textAnchor="middle">
            {count}
          </text>
        </g>
      ))}
      {parts.length === 0 && <rect className="stacked-bar__none" x="0.5" y="1" width="99%" height="22" rx="2" />}
    </svg>
  );
};

type Part = { rating: Rating; count: number; start: number; width: number };

const wordsOf = ({ rating, count }: Part): string => `${count} ${ratingLabels[rating].toLowerCase()}`;

const partsOf = (counts: StackedBarProps['counts']): Part[] => {
  const present = ratings.map((rating) => ({ rating, count: counts[rating] ?? 0 })).filter(({ count }) => count > 0);
  const widths = widthsOf(present.map(({ count }) => count));
  let start = 0;
  return present.map(({ rating, count }, index) => {
    const part = { rating, count, start, width: widths[index] ?? 0 };
    start += part.width + gap;
    return part;
  });
};

/** In proportion, except that no part is too narrow for its count. */
const widthsOf = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const room = 100 - gap * (counts.length - 1);
  const isNarrow = (count: number) => (count / total) * room < narrowest;
  const narrow = counts.filter(isNarrow);
  const wideTotal = total - narrow.reduce((sum, count) => sum + count, 0);
  const wideRoom = room - narrow.length * narrowest;
  return counts.map((count) => (isNarrow(count) ? narrowest : (count / wideTotal) * wideRoom));
};
