import type { Rating } from '@fbs/core';

type BandProps = {
  readonly rating: Rating;
  /** In sixteenths of the text size. */
  readonly width: number;
  readonly d: string;
};

/** What stands inside a band, so that the ratings are told apart without their colors too; on target is plain. */
const insides: Readonly<Partial<Record<Rating, (width: number) => number>>> = {
  above_target: (width) => width / 4,
  improved_target_not_met: (width) => Math.max(width - 3, 1),
  not_rated: (width) => Math.max(width - 3, 1),
};

/** A stroke in the color and pattern of a rating. */
export const Band = ({ rating, width, d }: BandProps) => {
  const inside = insides[rating]?.(width);
  return (
    <>
      <path
        className={`flow__band flow__band--${rating}`}
        style={{ strokeWidth: `${width / 16}rem` }}
        d={d}
        vectorEffect="non-scaling-stroke"
      />
      {inside !== undefined && (
        <path
          className={`flow__band flow__inside--${rating}`}
          style={{ strokeWidth: `${inside / 16}rem` }}
          d={d}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </>
  );
};
