import type { IndicatorLine } from '@fbs/contract';
import { linkageStrengthLabels, linkageSubjectLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { formatFigure, formatTarget } from '../../lib/figure.ts';
import { ownPeriod } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { YearValue } from '../../ui/year-value.tsx';
import { countsLine, RatingsOf } from './element-results.tsx';
import { LinkageButtons, type LinkageTools } from './linkage-tools.tsx';
import type { EditableLinkage, ElementPage } from './linkages-queries.ts';

type Goal = ElementPage['goals'][number];
type Objective = Goal['objectives'][number];

const columnsOf = (year: number): Column<IndicatorLine>[] => [
  {
    key: 'name',
    head: 'Indicator',
    rowHead: true,
    width: '46%',
    cell: ({ code, name, role, kind, unit, entry }) => (
      <>
        <Link to="/indicators/$code" params={{ code }} search={{ year }}>
          {code} {name}
        </Link>{' '}
        <span className="small soft">
          {[kind === 'number' ? unit : null, ownPeriod(entry.period.label, entry.year)]
            .filter((part) => part !== null)
            .join(', ')}
        </span>{' '}
        {role === 'context' && <Tag>context, not rated</Tag>}
      </>
    ),
  },
  {
    key: 'value',
    head: 'Value',
    align: 'end',
    width: '18%',
    cell: (line) => (
      <YearValue
        figure={line.entry.value === null ? null : formatFigure(line.entry.value, line)}
        state={line.entry.state}
        illustrative={line.entry.illustrative}
        withheld={line.entry.withheld}
      />
    ),
  },
  {
    key: 'target',
    head: 'Target',
    align: 'end',
    width: '14%',
    cell: ({ entry: { target }, ...line }) => {
      const figure = formatTarget(target, line);
      return (
        <span key={figure}>
          {figure ?? <span className="soft">none</span>} {target.illustrative && <IllustrativeMark />}
        </span>
      );
    },
  },
  {
    key: 'rating',
    head: 'Rating',
    cell: ({ entry: { rating } }) => <StatusMark rating={rating.rating} reason={rating.reason} />,
  },
];

const LinkageWords = ({ linkage, tools }: { linkage: EditableLinkage; tools: LinkageTools | null }) => {
  const { subject, strength, quote, summary } = linkage;
  return (
    <li>
      <p className="row">
        <Tag>{linkageStrengthLabels[strength]}</Tag>
        {subject.kind !== 'goal' && (
          <span className="small soft">{`${linkageSubjectLabels[subject.kind]} ${subject.code} is linked`}</span>
        )}
        <LinkageButtons linkage={linkage} tools={tools} />
      </p>
      {quote === null ? (
        <p className="small soft">No wording of the strategy is recorded for this linkage.</p>
      ) : (
        <blockquote className="measure">
          <q>{quote}</q>
        </blockquote>
      )}
      {summary !== null && (
        <p className="small measure">
          <b>Summary:</b> {summary}
        </p>
      )}
    </li>
  );
};

type LinkageItemsProps = { readonly linkages: readonly EditableLinkage[]; readonly tools: LinkageTools | null };

const LinkageItems = ({ linkages, tools }: LinkageItemsProps) =>
  linkages.length === 0 ? null : (
    <ul className="element-linkages">
      {linkages.map((linkage) => (
        <LinkageWords key={linkage.id} linkage={linkage} tools={tools} />
      ))}
    </ul>
  );

type ObjectivePartProps = { readonly objective: Objective; readonly year: number; readonly tools: LinkageTools | null };

const ObjectivePart = ({ objective, year, tools }: ObjectivePartProps) => (
  <div className="element-objective">
    <h4>
      <Link to="/objectives/$code" params={{ code: objective.code }}>
        {objective.code} {objective.shortName}
      </Link>
    </h4>
    <LinkageItems linkages={objective.linkages} tools={tools} />
    {objective.indicators.length === 0 ? (
      <p className="soft">This objective has no indicator.</p>
    ) : (
      <DataTable
        caption={`Indicators of objective ${objective.code}`}
        captionHidden
        narrow="cards"
        dense
        rows={objective.indicators}
        rowKey={({ code }) => code}
        columns={columnsOf(year)}
      />
    )}
  </div>
);

/** Each goal behind an element: its words, its counts, and its objectives with their indicators. */
export const ElementGoals = ({ page, tools }: { page: ElementPage; tools: LinkageTools | null }) =>
  page.goals.map((goal) => (
    <section key={goal.code} className="element-goal" aria-labelledby={`goal-${goal.code}`}>
      <h3 id={`goal-${goal.code}`}>
        <Link to="/goals/$code" params={{ code: goal.code }}>
          Goal {goal.code} {goal.shortName}
        </Link>
      </h3>
      <LinkageItems linkages={goal.linkages} tools={tools} />
      <div className="element-total">
        <RatingsOf rollUp={goal.rollUp} of={`goal ${goal.code}`} />
        <p>{countsLine(goal.rollUp)}</p>
      </div>
      {goal.objectives.map((objective) => (
        <ObjectivePart key={objective.code} objective={objective} year={page.year} tools={tools} />
      ))}
    </section>
  ));
