import { type Rating, type RatingRule, ratingLabels, ratingRules, ratings } from '@fbs/core';
import { formatDecimal } from '../../lib/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { MethodPage } from './method-queries.ts';
import { exampleSentence } from './method-words.ts';
import { TermsTable } from './terms-table.tsx';

const meanings: Readonly<Record<Rating, string>> = {
  above_target: 'Better than the target by more than the threshold.',
  on_target: 'The target is reached, or passed by no more than the threshold.',
  improved_target_not_met: 'The target is missed, yet the figure is better than before.',
  below_target: 'The target is missed, and the figure is not better than before.',
  not_rated: 'No rating is given, and the reason stands beside it.',
};

export const RatingWords = () => (
  <>
    <p>
      Every performance indicator gets one of five ratings a year. They are the words that the Department has published;
      each has an icon of its own, so that nothing depends on color.
    </p>
    <TermsTable
      caption="The ratings and what they mean"
      head="Rating"
      terms={ratings}
      name={(rating) => <StatusMark rating={rating} />}
      meanings={meanings}
    />
  </>
);

export const Deviation = ({ page }: { page: MethodPage }) => {
  const threshold = `${formatDecimal(page.threshold)}%`;
  const example = exampleSentence(page.cases);
  return (
    <>
      <p>
        The <b>deviation</b> says how far a figure lies from its target, in percent of the target. Better than the
        target is positive, worse is negative, whichever way is better for the indicator.
      </p>
      <ul>
        <li>Higher is better: (value − target) ÷ target.</li>
        <li>Lower is better: (target − value) ÷ target.</li>
        <li>Where the target is a negative figure, its size counts without the sign.</li>
      </ul>
      <p>
        The <b>threshold</b> is {threshold} here; it is a setting. Up to {threshold} better than the target is on
        target; more than that is above target. Exactly {threshold} is still on target: figures are kept and compared as
        exact decimals, so that no rounding decides.
      </p>
      <p>
        Nothing is cut off: a deviation of 140% or −20% is shown as it is. Every rating carries the sentence that says
        how it was worked out{example === undefined ? '.' : ', for example:'}
      </p>
      {example !== undefined && (
        <blockquote className="method__example">
          <q>{example}</q>
        </blockquote>
      )}
    </>
  );
};

const ratedWords = ['above_target', 'on_target', 'improved_target_not_met', 'below_target'] as const;

export const DirectionRules = ({ page }: { page: MethodPage }) => (
  <>
    <p>
      Each indicator says which way is better. Where a target is missed, the figure is compared with the last approved
      figure of the year before; in a first year, with the baseline; where there is neither, it is below target.
    </p>
    <DataTable
      caption="The rule of each direction"
      captionHidden
      rows={Object.values(ratingRules(`${formatDecimal(page.threshold)}%`))}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', head: 'Direction', rowHead: true, cell: ({ name }) => <b>{name}</b>, width: '20%' },
        ...ratedWords.map((rating) => ({
          key: rating,
          head: <StatusMark rating={rating} />,
          label: ratingLabels[rating],
          cell: (rule: RatingRule) => rule[rating] ?? <span className="soft">never</span>,
          width: '20%',
        })),
      ]}
      narrow="cards"
    />
    <ul>
      <li>A target of 0 has no percentage: the deviation is left out, and the rating stands on the figures alone.</li>
      <li>
        More than asked is not kept: where a figure is to be kept or to stay within a range, passing it is a miss.
      </li>
      <li>A milestone that is not done yet is not rated until its due date has passed.</li>
      <li>A narrative indicator is told in words: a person chooses its rating and gives the reasons in the text.</li>
      <li>Indicators that are monitored only have no better direction. They are shown and never rated.</li>
      <li>Zero is a figure like any other. A missing figure is never taken as 0.</li>
    </ul>
  </>
);
