import type { ObjectivePage } from '@fbs/contract';
import { indicatorRoleLabels } from '@fbs/core';
import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { moveCode } from './order-list.ts';
import { useOrderIndicators } from './strategy-queries.ts';

type Line = ObjectivePage['indicators'][number];
type Direction = 'up' | 'down';

type MoveProps = { readonly line: Line; readonly direction: Direction; readonly onMove: () => void };

const Move = ({ line, direction, atEnd, onMove }: MoveProps & { readonly atEnd: boolean }) => (
  // At the end of the list it stays a button that can be focused, so that the keyboard never loses its place.
  <Button
    size="small"
    data-move={`${line.code} ${direction}`}
    aria-disabled={atEnd || undefined}
    onClick={atEnd ? undefined : onMove}
  >
    Move {direction}
    <span className="visually-hidden"> {line.code}</span>
  </Button>
);

type GroupProps = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly onMove: (line: Line, direction: Direction) => void;
};

const Group = ({ title, lines, onMove }: GroupProps) =>
  lines.length === 0 ? null : (
    <div>
      <h3>{title}</h3>
      <ol className="order-list">
        {lines.map((line, index) => (
          <li key={line.code}>
            <span>
              <b>{line.code}</b> {line.name}
            </span>
            <span className="row">
              <Move line={line} direction="up" atEnd={index === 0} onMove={() => onMove(line, 'up')} />
              <Move
                line={line}
                direction="down"
                atEnd={index === lines.length - 1}
                onMove={() => onMove(line, 'down')}
              />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );

/** The list shows every move at once; the server takes them one after the other. */
const useOrder = (objective: ObjectivePage) => {
  const server = objective.indicators.map(({ code }) => code);
  const [codes, setCodes] = useState<readonly string[]>(server);
  const [refusal, setRefusal] = useState<string>();
  const order = useOrderIndicators();
  const save = (moved: readonly string[]): void => {
    setCodes(moved);
    setRefusal(undefined);
    order.mutate(
      { objective: objective.code, codes: moved },
      {
        onError: (error) => {
          setCodes(server);
          setRefusal(reasonOf(error));
        },
      },
    );
  };
  // Somebody else added or retired an indicator: the list follows.
  const isSame = codes.length === server.length && server.every((code) => codes.includes(code));
  return { codes: isSame ? codes : server, refusal, save };
};

/** Moves the indicators of an objective up and down; every screen and paper lists them in this order. */
export const IndicatorOrder = ({ objective }: { objective: ObjectivePage }) => {
  const { codes, refusal, save } = useOrder(objective);
  const list = useRef<HTMLDivElement>(null);
  const [pressed, setPressed] = useState<{ readonly button: string }>();
  // Moving its row takes the focus from a button: it gets it back.
  useEffect(() => {
    if (pressed === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${pressed.button}"]`)?.focus();
  }, [pressed]);
  const lines = codes.flatMap((code) => objective.indicators.find((line) => line.code === code) ?? []);
  const groupOf = (role: Line['role'], of: readonly string[] = codes) =>
    of.filter((code) => objective.indicators.some((line) => line.code === code && line.role === role));
  const move = (line: Line, direction: Direction) => {
    const group = groupOf(line.role);
    const moved = moveCode(codes, line.code, direction === 'up' ? -1 : 1, (code) => group.includes(code));
    if (moved === null) return;
    save(moved);
    setPressed({ button: `${line.code} ${direction}` });
    announce(`${line.code} is now number ${groupOf(line.role, moved).indexOf(line.code) + 1} of ${group.length}`);
  };
  return (
    <div className="stack" ref={list}>
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      {(['performance', 'context'] as const).map((role) => (
        <Group
          key={role}
          title={indicatorRoleLabels[role]}
          lines={lines.filter((line) => line.role === role)}
          onMove={move}
        />
      ))}
    </div>
  );
};
