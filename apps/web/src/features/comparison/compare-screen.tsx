import { metSentence, reportedSentence } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { plural } from '../../lib/format.ts';
import { useSession, useStrategy, yearsOf } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import { CompareControls } from './compare-controls.tsx';
import { type Compared, readCompared } from './compare-search.ts';
import { CompareTable } from './compare-table.tsx';
import { comparedWords, sideLabel } from './compare-words.ts';
import { type Comparison, comparisonQuery } from './comparison-queries.ts';
import './comparison.scss';

const useCompared = (): Compared => {
  const search = useLocation({ select: (location): Readonly<Record<string, unknown>> => location.search });
  const { today } = useSession();
  return readCompared(search, { ...useYearAndAsOf(), today, years: yearsOf(useStrategy()) });
};

const scopeWords = ({ kind, code, name }: Comparison['scope']): string =>
  kind === 'strategy' ? name : `${kind === 'goal' ? 'Goal' : 'Objective'} ${code} ${name}`;

/** Two years, or a year as of two days, side by side. */
export const CompareScreen = () => {
  const strategy = useStrategy();
  const compared = useCompared();
  const { kind, from, to } = compared;
  const query = useQuery(comparisonQuery(strategy.id, compared));
  const title = `Compare ${comparedWords(kind, from, to)}`;
  return (
    <div className="page">
      <PageHeading title={title} over={query.data === undefined ? '\u00a0' : scopeWords(query.data.scope)} />
      <CompareControls compared={compared} />
      <Loaded
        query={query}
        what="The comparison"
        {...(query.data === undefined ? {} : { said: query.data.sentence })}
        placeholder={<Loading what="the comparison" blocks={[60, 120, 560]} />}
        wayOn={<Link to="/compare">Compare the whole strategy with the year before</Link>}
      >
        {(comparison) => <ComparisonBody comparison={comparison} onlyChanges={compared.onlyChanges} />}
      </Loaded>
    </div>
  );
};

type SideCountsProps = { readonly label: string; readonly counts: Comparison['from']['rollUp'] };

const SideCounts = ({ label, counts }: SideCountsProps) => (
  <div>
    <h2 className="over">{label}</h2>
    <StackedBar
      label={`Performance indicators, ${label}`}
      counts={{
        above_target: counts.above,
        on_target: counts.on,
        improved_target_not_met: counts.improved,
        below_target: counts.below,
        not_rated: counts.notRated,
      }}
    />
    <p>{`${metSentence(counts)}, ${reportedSentence(counts)}`}</p>
  </div>
);

type BodyProps = { readonly comparison: Comparison; readonly onlyChanges: boolean };

const illustrativeWords = ({ indicators }: Comparison): string | null => {
  const entries = indicators.flatMap((row) => [row.from, row.to]);
  const count = entries.filter((entry) => entry?.illustrative || entry?.target.illustrative).length;
  if (count === 0) return null;
  return `${plural(count, 'figure')} on this page ${count === 1 ? 'is' : 'are'} illustrative: invented for evaluation, and not to be quoted.`;
};

const ComparisonBody = ({ comparison, onlyChanges }: BodyProps) => {
  const { kind, from, to, goals, indicators } = comparison;
  const shown = onlyChanges ? indicators.filter((row) => row.changes.length > 0) : indicators;
  const illustrative = illustrativeWords(comparison);
  return (
    <div className="stack stack--wide">
      <p className="compare-sentence">{comparison.sentence}</p>
      <section className="compare-sides" aria-label="Ratings on both sides">
        <SideCounts label={sideLabel(kind, from)} counts={from.rollUp} />
        <SideCounts label={sideLabel(kind, to)} counts={to.rollUp} />
        <RatingLegend />
      </section>
      {goals
        .map((goal) => ({ goal, rows: shown.filter((row) => row.goal === goal.code) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ goal, rows }) => (
          <section key={goal.code} className="compared-rows" aria-labelledby={`goal-${goal.code}`}>
            <h2 id={`goal-${goal.code}`}>{`Goal ${goal.code} ${goal.shortName}`}</h2>
            <CompareTable
              comparison={comparison}
              rows={rows}
              caption={`Goal ${goal.code}: both sides and what changed`}
            />
          </section>
        ))}
      {shown.length === 0 && (
        <Empty title={indicators.length === 0 ? 'No indicators here' : 'Nothing changed'}>
          {indicators.length === 0
            ? 'This part of the strategy has no indicator yet. Choose another part above.'
            : 'Both sides show the same. Choose other sides above, or show everything.'}
        </Empty>
      )}
      {illustrative !== null && <p className="small faint">{illustrative}</p>}
    </div>
  );
};
