import { type Assessment, goalKindLabels, isReported } from '@fbs/core';
import { formatFigure, formatTarget } from '../../lib/figure.ts';
import { formatYear, ownPeriod } from '../../lib/format.ts';
import { useAssessmentNames } from '../../lib/session.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { YearValue } from '../../ui/year-value.tsx';
import { RatingsBar, standingWords } from './opening-slide.tsx';
import type { Meeting } from './present-queries.ts';

type Goal = Meeting['goals'][number];
type Line = Goal['objectives'][number]['indicators'][number];

const Target = ({ line }: { line: Line }) => {
  const { target } = line.entry;
  const figure = formatTarget(target, line);
  if (figure === null) return <span className="soft">none set</span>;
  return (
    <span className="present__cell">
      {figure} {target.illustrative && <IllustrativeMark />}
      {target.revised && <Tag tone="strong">{target.afterResult ? 'revised after the result' : 'revised'}</Tag>}
    </span>
  );
};

/** A figure that counts needs no word about its state. A draft is said to be one, and never shown to a whole room. */
const Value = ({ line }: { line: Line }) => {
  const { value, text, state, illustrative, restated } = line.entry;
  const inWords = line.kind === 'narrative' && text !== null ? 'In words' : null;
  const figure = value === null ? inWords : formatFigure(value, line);
  return (
    <span className="present__cell">
      {figure === null || !isReported(state) ? (
        <YearValue figure={null} state={state} />
      ) : (
        <>
          <b>{figure}</b> {illustrative && <IllustrativeMark />}
        </>
      )}
      {restated && <Tag>restated</Tag>}
    </span>
  );
};

/** Beyond these many rows a slide has no room for the sentences. */
const mostWithSentences = 4;

const Name = ({ line, withSentence }: { line: Line; withSentence: boolean }) => (
  <>
    {`${line.code} ${line.name}`}{' '}
    <span className="small soft">{ownPeriod(line.entry.period.label, line.entry.year)}</span>
    {withSentence && line.entry.rating.rating !== 'not_rated' && (
      <span className="present__sentence small soft">{line.entry.rating.sentence}</span>
    )}
  </>
);

const columnsOf = (lines: readonly Line[]): readonly Column<Line>[] => [
  {
    key: 'name',
    head: 'Indicator',
    rowHead: true,
    width: '46%',
    cell: (line) => <Name line={line} withSentence={lines.length <= mostWithSentences} />,
  },
  { key: 'target', head: 'Target', align: 'end', cell: (line) => <Target line={line} /> },
  { key: 'value', head: 'Value', align: 'end', cell: (line) => <Value line={line} /> },
  {
    key: 'rating',
    head: 'Rating',
    cell: ({ entry: { rating } }) => <StatusMark rating={rating.rating} reason={rating.reason} />,
  },
];

const reviewWords = ({ objectives }: Goal, names: Readonly<Record<Assessment, string>>): string =>
  objectives
    .map(({ code, assessment }) => `${code} ${assessment === null ? 'not yet assessed' : names[assessment]}`)
    .join(', ');

/** A goal with the indicators that count; context stays on the goal's own page. */
export const GoalSlide = ({ goal }: { goal: Goal }) => {
  const names = useAssessmentNames();
  const lines = goal.objectives.flatMap(({ indicators }) => indicators).filter(({ role }) => role === 'performance');
  return (
    <>
      <p className="over">{`Goal ${goal.code}, ${goalKindLabels[goal.kind].toLowerCase()}, ${formatYear(goal.year)}`}</p>
      <h2>{goal.shortName}</h2>
      <p className="small soft">{goal.statement}</p>
      <div className="present__standing">
        {goal.rollUp.indicators > 0 && (
          <RatingsBar counts={goal.rollUp} label={`Performance indicators of goal ${goal.code}`} />
        )}
        <p>{standingWords(goal.rollUp, goal.previousRollUp, goal.year)}</p>
      </div>
      <DataTable
        caption={`Performance indicators of goal ${goal.code}`}
        captionHidden
        narrow="cards"
        dense
        rows={lines}
        rowKey={({ code }) => code}
        columns={columnsOf(lines)}
        empty="This goal has no performance indicator: nothing here is rated."
      />
      <p className="small soft">{`Review says: ${reviewWords(goal, names)}.`}</p>
    </>
  );
};
