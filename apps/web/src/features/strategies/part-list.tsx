import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { moveRow } from './tree-draft.ts';

type PartListProps<Row extends { readonly key: string; readonly code: string }> = {
  /** "goal": for the words on the buttons. */
  readonly what: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  /** A new row, with the next code. */
  readonly newRow: () => Row;
  /** The fields of a row. */
  readonly children: (row: Row, change: (row: Row) => void, index: number) => ReactNode;
};

/** Parts of a tree, each with its fields and the buttons that move and remove it. */
export const PartList = <Row extends { readonly key: string; readonly code: string }>(props: PartListProps<Row>) => {
  const { what, rows, onChange, newRow, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const [pressed, setPressed] = useState<{ readonly button: string }>();
  // Moving its row takes the focus from a button, and removing it takes the button: the next best one gets it.
  useEffect(() => {
    if (pressed !== undefined) list.current?.querySelector<HTMLElement>(`[data-part="${pressed.button}"]`)?.focus();
  }, [pressed]);
  const move = (index: number, by: -1 | 1) => {
    const row = rows[index];
    const moved = moveRow(rows, index, by);
    if (row === undefined || moved === rows) return;
    onChange(moved);
    setPressed({ button: `${row.key} ${by}` });
    announce(`The ${what} ${row.code} is now number ${index + by + 1} of ${rows.length}`);
  };
  const remove = (row: Row) => {
    onChange(rows.filter((each) => each !== row));
    setPressed({ button: `add ${what}` });
    announce(`The ${what} ${row.code} is removed once you save`);
  };
  return (
    <div className="stack" ref={list}>
      {rows.length > 0 && (
        <ol className="part-list">
          {rows.map((row, index) => (
            <li key={row.key} className="part">
              {children(row, (changed) => onChange(rows.map((each) => (each === row ? changed : each))), index)}
              <div className="row part__tools">
                {([-1, 1] as const).map((by) => (
                  <Button
                    key={by}
                    size="small"
                    data-part={`${row.key} ${by}`}
                    aria-disabled={rows[index + by] === undefined || undefined}
                    onClick={() => move(index, by)}
                  >
                    Move {by === -1 ? 'up' : 'down'}
                    <span className="visually-hidden">{` ${what} ${row.code}`}</span>
                  </Button>
                ))}
                <Button size="small" kind="danger" onClick={() => remove(row)}>
                  Remove
                  <span className="visually-hidden">{` ${what} ${row.code}`}</span>
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button data-part={`add ${what}`} onClick={() => onChange([...rows, newRow()])}>
          Add {what === 'objective' ? 'an' : 'a'} {what}
        </Button>
      </div>
    </div>
  );
};
