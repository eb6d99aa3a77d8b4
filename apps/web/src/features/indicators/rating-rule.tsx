import { notRatedReasonLabels, type Rating, ratingRuleOf, ratingRules, ratings } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { formatFigure } from '../../lib/figure.ts';
import { formatDecimal } from '../../lib/format.ts';
import { classes } from '../../ui/classes.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';
import { styleOf } from './indicator-style.ts';

type RatingRuleProps = { readonly page: IndicatorPage; readonly entry: IndicatorYear };

/** What the figure was compared with, beyond its target. */
const Compared = ({ page, entry }: RatingRuleProps) => {
  const { baseline, direction, tolerance } = page.definition;
  const style = styleOf(page.definition);
  const reference =
    entry.previous ?? (baseline && { value: baseline.value, label: `${baseline.period}, the baseline` });
  return (
    <p className="small soft">
      {direction === 'maintain' &&
        tolerance !== null &&
        `The tolerance is ${formatFigure(tolerance, style)} either way. `}
      {reference === null
        ? 'There is no year before and no baseline to compare a miss with.'
        : `A miss is compared with ${formatFigure(reference.value, style)} (${reference.label}).`}
    </p>
  );
};

const Rule = ({ page, entry }: RatingRuleProps) => {
  const { kind, direction } = page.definition;
  const name = ratingRuleOf({ kind, direction, target: entry.target.value });
  if (name === null) {
    return (
      <p>
        {kind === 'narrative'
          ? 'Told in words: a person chooses the rating and gives the reasons in the text.'
          : 'Monitored only: neither up nor down is better, so that nothing is rated.'}
      </p>
    );
  }
  const signed = page.signedThresholds.find(({ year }) => year === entry.year);
  const rule = ratingRules(`${formatDecimal(signed?.threshold ?? page.threshold)}%`)[name];
  const rated = ratings.filter((rating): rating is Exclude<Rating, 'not_rated'> => rating !== 'not_rated');
  return (
    <>
      <p>
        The rule <b>{rule.name}</b>:
      </p>
      <ul className="rule">
        {rated
          .filter((rating) => rule[rating] !== null)
          .map((rating) => (
            <li key={rating} className={classes(rating === entry.rating.rating && 'rule__applied')}>
              <StatusMark rating={rating} />
              <span>
                {rule[rating]}
                {rating === entry.rating.rating && <b> (this one holds)</b>}
              </span>
            </li>
          ))}
      </ul>
      {name !== 'milestone' && <Compared page={page} entry={entry} />}
    </>
  );
};

/** The sentence that says how the rating was worked out, and the very rule that was applied. */
export const HowRated = ({ page, entry }: RatingRuleProps) => {
  const { rating } = entry;
  return (
    <div className="verdict__how">
      <Disclosure summary="How was this rated?">
        <div className="stack">
          <p>{/[.!?]$/.test(rating.sentence) ? rating.sentence : `${rating.sentence}.`}</p>
          {rating.reason !== null && (
            <p>
              Not rated, because of: <b>{notRatedReasonLabels[rating.reason].toLowerCase()}</b>.
            </p>
          )}
          <Rule page={page} entry={entry} />
          <p>
            <Link to="/method" hash={rating.reason === null ? 'directions' : 'not-rated'}>
              See the method with all its cases
            </Link>
          </p>
        </div>
      </Disclosure>
    </div>
  );
};
