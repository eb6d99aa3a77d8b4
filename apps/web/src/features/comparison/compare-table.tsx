import { Link } from '@tanstack/react-router';
import { formatChange, formatFigure } from '../../lib/figure.ts';
import { formatSignedPercent, ownPeriod } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { YearValue } from '../../ui/year-value.tsx';
import { ChangeList } from './change-list.tsx';
import { figureOf, sideLabel, styleOf, targetWords } from './compare-words.ts';
import type { ComparedEntry, ComparedIndicator, Comparison } from './comparison-queries.ts';

const Name = ({ row, comparison }: { row: ComparedIndicator; comparison: Comparison }) => (
  <span className="indicator-name">
    <Link to="/indicators/$code" params={{ code: row.code }} search={{ year: comparison.to.year }}>
      {row.code} {row.name}
    </Link>{' '}
    {row.kind === 'number' && <span className="small soft">{row.unit}</span>}{' '}
    {row.role === 'context' && <Tag>context</Tag>}
  </span>
);

type SideProps = { readonly row: ComparedIndicator; readonly entry: ComparedEntry | null; readonly none: string };

const Side = ({ row, entry, none }: SideProps) => {
  if (entry === null) return <span className="soft">{none}</span>;
  const style = styleOf(row);
  const { target, rating, reason } = entry;
  const period = ownPeriod(entry.period, entry.year);
  return (
    <span className="compared">
      <YearValue
        figure={figureOf(entry, style)}
        state={entry.state}
        illustrative={entry.illustrative}
        withheld={entry.withheld}
      />
      {period !== null && <span className="small soft">{period}</span>}
      {row.role === 'performance' && (
        <>
          <span className="small soft">
            {targetWords(target, style)} {target.illustrative && <IllustrativeMark />}
          </span>
          <StatusMark rating={rating} reason={reason} />
        </>
      )}
    </span>
  );
};

const meanings = { good: 'better', bad: 'worse' } as const;

const Difference = ({ row }: { row: ComparedIndicator }) => {
  const { difference, from, to } = row;
  if (difference === null || from?.value == null || to?.value == null) return <span className="soft">none</span>;
  const { change, percent, meaning } = difference;
  if (formatFigure(from.value, styleOf(row)) === formatFigure(to.value, styleOf(row)))
    return from.value === to.value ? 'the same' : 'the same, rounded';
  return (
    <span className="compared compared--end">
      {formatChange(change, styleOf(row))}
      {percent !== null && row.kind !== 'percent' && <span className="small soft">{formatSignedPercent(percent)}</span>}
      {meaning !== 'neutral' && (
        <span className={`mark small compared--${meaning}`}>
          <Icon name={meaning === 'good' ? 'trend' : 'trend-down'} />
          {meanings[meaning]}
        </span>
      )}
    </span>
  );
};

const columnsOf = (comparison: Comparison): Column<ComparedIndicator>[] => {
  const { kind, from, to } = comparison;
  return [
    {
      key: 'name',
      head: 'Indicator',
      rowHead: true,
      width: '24%',
      cell: (row) => <Name row={row} comparison={comparison} />,
    },
    {
      key: 'from',
      head: sideLabel(kind, from),
      width: '17%',
      cell: (row) => <Side row={row} entry={row.from} none="Not in the strategy yet" />,
    },
    {
      key: 'to',
      head: sideLabel(kind, to),
      width: '17%',
      cell: (row) => <Side row={row} entry={row.to} none="Retired" />,
    },
    { key: 'difference', head: 'Difference', align: 'end', width: '13%', cell: (row) => <Difference row={row} /> },
    { key: 'changes', head: 'What changed', cell: (row) => <ChangeList row={row} kind={kind} /> },
  ];
};

type CompareTableProps = {
  readonly comparison: Comparison;
  readonly rows: readonly ComparedIndicator[];
  readonly caption: string;
};

export const CompareTable = ({ comparison, rows, caption }: CompareTableProps) => (
  <DataTable
    caption={caption}
    captionHidden
    narrow="cards"
    rows={rows}
    rowKey={(row) => row.code}
    columns={columnsOf(comparison)}
  />
);
