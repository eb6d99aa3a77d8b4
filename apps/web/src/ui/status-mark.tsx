import { type NotRatedReason, notRatedReasonLabels, type Rating, ratingLabels } from '@fbs/core';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<Rating, IconName>> = {
  above_target: 'arrow-up',
  on_target: 'check',
  improved_target_not_met: 'trend',
  below_target: 'arrow-down',
  not_rated: 'dashed-circle',
};

type StatusMarkProps = {
  readonly rating: Rating;
  /** Why there is no rating; said after the word. */
  readonly reason?: NotRatedReason | null;
  /** Only the icon is seen; the word stays for screen readers. For lists whose text says the rating itself. */
  readonly wordHidden?: boolean;
};

/** A rating, the same everywhere: icon, word and color. */
export const StatusMark = ({ rating, reason, wordHidden = false }: StatusMarkProps) => {
  const why = rating === 'not_rated' && reason ? `: ${notRatedReasonLabels[reason].toLowerCase()}` : '';
  return (
    <span className={`mark rating rating--${rating}`} title={wordHidden ? ratingLabels[rating] + why : undefined}>
      <Icon name={icons[rating]} />
      <span className={wordHidden ? 'visually-hidden' : undefined}>{ratingLabels[rating] + why}</span>
    </span>
  );
};

/** What the icons and colors of the bars mean. */
export const RatingLegend = () => (
  <ul className="legend">
    {(Object.keys(icons) as Rating[]).map((rating) => (
      <li key={rating}>
        <StatusMark rating={rating} />
      </li>
    ))}
  </ul>
);
