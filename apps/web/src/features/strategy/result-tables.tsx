import type { ResultLine, ResultsPage } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { nameColumn, periodColumn, ratingColumn, targetColumn, valueColumn } from './indicator-tables.tsx';
import { lineWords, listTitle } from './results-words.ts';
import { RollUpLine } from './roll-up-line.tsx';

/** The indicators of a list: what was aimed for, what came, how it is rated, and the sentence that says why. */
export const ResultTable = ({ page }: { page: ResultsPage }) => (
  <DataTable
    caption={`${listTitle(page)}, ${formatYear(page.year)}`}
    captionHidden
    narrow="cards"
    rows={page.lines}
    rowKey={({ code }) => code}
    columns={[
      nameColumn<ResultLine>(page.year, '27%'),
      { ...periodColumn, width: '10%' },
      targetColumn,
      valueColumn,
      { ...ratingColumn, width: '15%' },
      {
        key: 'sentence',
        head: 'How it stands',
        width: '28%',
        cell: (line) => <span className="small">{lineWords(line, page.list)}</span>,
      },
    ]}
  />
);

type Planned = ResultsPage['planned'];

/** The goals or objectives behind a goal of the Joint Strategic Plan. */
export const PlannedTable = ({ planned, year }: { planned: Planned; year: number }) => (
  <DataTable
    caption={`What stands behind the Joint Strategic Plan in ${formatYear(year)}`}
    captionHidden
    narrow="cards"
    rows={planned}
    rowKey={({ code }) => code}
    columns={[
      {
        key: 'name',
        head: planned[0]?.kind === 'goal' ? 'Goal' : 'Objective',
        rowHead: true,
        width: '55%',
        cell: ({ kind, code, shortName, statement }) => (
          <>
            <Link to={kind === 'goal' ? '/goals/$code' : '/objectives/$code'} params={{ code }}>
              {code} {shortName}
            </Link>
            <span className="goal-name__statement">{statement}</span>
          </>
        ),
      },
      {
        key: 'results',
        head: 'Results',
        cell: ({ kind, code, rollUp }) => <RollUpLine rollUp={rollUp} year={year} kind={kind} code={code} />,
      },
    ]}
  />
);
