import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Empty } from './empty.tsx';
import { ScrollFrame } from './scroll-frame.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand on the right, in tabular figures. */
  readonly align?: 'start' | 'end';
  /** The column that names its row; the first one where none says so. */
  readonly rowHead?: boolean;
  readonly width?: string;
  /** The head in words, for the cards of narrow screens, where the head itself is not plain text. */
  readonly label?: string;
  readonly nowrap?: boolean;
};

type DataTableProps<Row> = {
  /** What the table shows; also the name of its frame where it scrolls. */
  readonly caption: string;
  /** Where a heading above already says it. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What to say when there is no row. */
  readonly empty?: ReactNode;
  /** On narrow screens: scroll inside the frame, or stand as cards. */
  readonly narrow?: 'scroll' | 'cards';
  readonly dense?: boolean;
};

/** A real table with a caption and scopes. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, captionHidden = false, columns, rows, rowKey, empty, narrow = 'scroll', dense = false } = props;
  if (rows.length === 0 && empty !== undefined) return <Empty title={caption}>{empty}</Empty>;
  const headKey = (columns.find((column) => column.rowHead) ?? columns[0])?.key;
  return (
    <ScrollFrame label={caption}>
      <table className={classes('table', narrow === 'cards' && 'table--cards', dense && 'table--dense')}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)} style={styleOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} isHead={column.key === headKey}>
                  {narrow === 'cards' ? <div>{column.cell(row)}</div> : column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
};

type AnyColumn = Omit<Column<never>, 'cell'>;

const classOf = ({ align, nowrap = false }: AnyColumn): string | undefined =>
  classes(align === 'end' && 'num', nowrap && 'nowrap') || undefined;

const styleOf = ({ width }: AnyColumn) => (width === undefined ? undefined : { width });

type CellProps = { readonly column: AnyColumn; readonly isHead: boolean; readonly children: ReactNode };

const Cell = ({ column, isHead, children }: CellProps) => {
  const label = column.label ?? (typeof column.head === 'string' ? column.head : undefined);
  return isHead ? (
    <th scope="row" className={classOf(column)}>
      {children}
    </th>
  ) : (
    <td className={classOf(column)} data-label={label}>
      {children}
    </td>
  );
};
