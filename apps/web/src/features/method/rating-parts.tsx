import { type Direction, directionLabels, type Rating } from '@fbs/core';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { MethodPart } from './method-part.tsx';
import type { MethodPage } from './method-queries.ts';

const meanings: readonly (readonly [rating: Rating, meaning: (threshold: string) => string])[] = [
  ['above_target', (threshold) => `Better than the target by more than ${threshold}% of it.`],
  ['on_target', (threshold) => `The target is met, or passed by no more than ${threshold}% of it.`],
  ['improved_target_not_met', () => 'The target is missed, but the figure is better than the one before.'],
  ['below_target', () => 'The target is missed, and the figure is not better than the one before.'],
  ['not_rated', () => 'There is nothing to rate; the reason always stands beside it.'],
];

export const Ratings = ({ threshold }: { threshold: string }) => (
  <MethodPart name="ratings">
    <p>These are the words that the Department uses in its own performance reports. Nothing is rounded up to them.</p>
    <dl className="method__terms">
      {meanings.map(([rating, meaning]) => (
        <div key={rating}>
          <dt>
            <StatusMark rating={rating} />
          </dt>
          <dd>{meaning(threshold)}</dd>
        </div>
      ))}
    </dl>
    <p>
      An indicator is <b>not rated</b> where it has no target, is not due or not reported yet, does not apply in the
      year, is new, or is monitored only. A missing figure is never taken as 0, and 0 is a figure like any other.
    </p>
  </MethodPart>
);

type Rule = {
  readonly direction: Direction | 'milestone' | 'narrative';
  readonly met: string;
  readonly missed: string;
};

const missed = 'Better than the year before: improved; otherwise below target';
const nearer = 'Nearer than the year before: improved; otherwise below target';

const rulesFor = (threshold: string): readonly Rule[] => [
  { direction: 'increase', met: `At the target or above it; more than ${threshold}% above: above target`, missed },
  { direction: 'decrease', met: `At the target or under it; more than ${threshold}% under: above target`, missed },
  { direction: 'maintain', met: 'Within the tolerance around the target', missed: nearer },
  { direction: 'range', met: 'From the lower to the upper end, both included', missed: nearer },
  { direction: 'milestone', met: 'Done', missed: 'Not done after the due date: below target' },
  { direction: 'narrative', met: 'Chosen by a person, with a text', missed: 'Chosen by a person, with a text' },
  { direction: 'monitor', met: 'Never rated', missed: 'Never rated' },
];

const nameOf = (direction: Rule['direction']): string => {
  if (direction === 'milestone') return 'Milestone';
  return direction === 'narrative' ? 'Told in words' : directionLabels[direction];
};

const columns: readonly Column<Rule>[] = [
  { key: 'direction', head: 'What is wanted', cell: ({ direction }) => nameOf(direction) },
  { key: 'met', head: 'Target met', cell: ({ met }) => met },
  { key: 'missed', head: 'Target missed', cell: (rule) => rule.missed },
];

export const Deviation = ({ method }: { method: MethodPage }) => {
  const { threshold, cases } = method;
  const example = cases.find(
    ({ rating, deviation }) => rating === 'on_target' && deviation !== null && deviation !== '0.0',
  );
  return (
    <MethodPart name="deviation">
      <p>
        The distance of a figure from its target is taken in percent of the target, and counted so that more is better:
        where higher is better, a figure above the target counts as positive; where lower is better, one under it.
      </p>
      <DataTable
        caption="How each kind of target is judged"
        columns={columns}
        rows={rulesFor(threshold)}
        rowKey={({ direction }) => direction}
        narrow="cards"
      />
      <p>
        A missed target is compared with the approved figure of the year before; where there is none, with the baseline.
        Where the target is 0 there is no percentage: better than 0 is above target, 0 itself is on target.
      </p>
      <p>
        Every rating carries the sentence that says how it came about
        {example === undefined ? '.' : <>, for example: “{example.sentence}.”</>} Figures are compared exactly as they
        were entered, digit by digit. Nothing is cut off: 140% and −20% are shown as such.
      </p>
      <p>
        A share is worked out from its two parts of the same year: a missing part makes it not reported, and a whole of
        0 makes it not applicable.
      </p>
    </MethodPart>
  );
};

export const Explanation = ({ threshold }: { threshold: string }) => (
  <MethodPart name="explanation">
    <p>
      Before a figure of a performance indicator is submitted, its deviation has to be explained where it lies more than{' '}
      {threshold}% off its target to either side, or where the target was missed at all.
    </p>
  </MethodPart>
);
