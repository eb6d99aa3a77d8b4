import { Link } from '@tanstack/react-router';
import type { Column } from '../../ui/data-table.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { CompletenessBar } from './completeness-bar.tsx';
import type { Completeness, Counts } from './completeness-queries.ts';

type Section = Completeness['sections'][number];

type CellProps = { readonly counts: Counts; readonly year: number; readonly section: string; readonly goal?: string };

/** The counts, as a link to the rows of the grid that they count. */
const Cell = ({ counts, year, section, goal }: CellProps) =>
  counts.indicators === 0 ? (
    <CompletenessBar counts={counts} />
  ) : (
    <Link
      to="/entry"
      search={{ year, section, role: 'performance', ...(goal === undefined ? {} : { goal }) }}
      className="complete-link"
    >
      <CompletenessBar counts={counts} />
      <span className="visually-hidden">
        , {section}
        {goal === undefined ? '' : `, goal ${goal}`}
      </span>
    </Link>
  );

const goalColumn = (goal: Completeness['goals'][number], year: number): Column<Section> => ({
  key: goal.code,
  label: `Goal ${goal.code}`,
  head: (
    <>
      Goal {goal.code}
      <span className="board__goal">{goal.shortName}</span>
    </>
  ),
  cell: ({ code, cells }) => {
    const counts = cells.find((cell) => cell.goal === goal.code);
    return counts === undefined ? null : <Cell counts={counts} year={year} section={code} goal={goal.code} />;
  },
});

/** Sections by goals: where the year is complete, and where something has been missing for how long. */
export const Board = ({ completeness }: { completeness: Completeness }) => {
  const { year, goals, sections } = completeness;
  return (
    <section aria-labelledby="by-section" className="stack board">
      <h2 id="by-section">By section and goal</h2>
      <DataTable
        caption="Reported of what is due, by section and goal"
        captionHidden
        narrow="cards"
        rows={sections}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'section',
            head: 'Section',
            cell: ({ code, name }) => (
              <>
                {code}
                <span className="board__goal">{name}</span>
              </>
            ),
            rowHead: true,
            width: '17%',
          },
          {
            key: 'all',
            head: 'All goals',
            cell: ({ code, total }) => <Cell counts={total} year={year} section={code} />,
          },
          ...goals.map((goal) => goalColumn(goal, year)),
        ]}
      />
    </section>
  );
};

/** The same by owner; left out where no indicator names one. */
export const Owners = ({ owners }: Pick<Completeness, 'owners'>) =>
  owners.length === 0 ? null : (
    <section aria-labelledby="by-owner" className="stack">
      <h2 id="by-owner">By owner</h2>
      <DataTable
        caption="Reported of what is due, by owner"
        captionHidden
        rows={owners}
        rowKey={({ owner }) => owner}
        columns={[
          { key: 'owner', head: 'Owner', cell: ({ owner }) => owner, rowHead: true },
          { key: 'counts', head: 'Reported of due', cell: (counts) => <CompletenessBar counts={counts} /> },
        ]}
      />
    </section>
  );
