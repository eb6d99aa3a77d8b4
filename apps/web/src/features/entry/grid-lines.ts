/** One line of the grid: the heading of a goal or of an objective, or an indicator. */
export type Line = {
  readonly key: string;
  /** The part of the table that it stands in: a goal's heading has one of its own, an objective's has its rows. */
  readonly group: number;
  readonly kind: 'goal' | 'objective' | 'row';
  /** Of an indicator its position among the rows, of a heading that of its objective, or first objective. */
  readonly at: number;
};

/** The lines that are drawn, as positions; `to` is not among them. */
export type LineRange = { readonly from: number; readonly to: number };

/** What stands in a group from the top: lines, and gaps as high as the lines that are not drawn. */
export type Piece = { readonly at: number } | { readonly gapFrom: number; readonly height: number };

export type HeightOf = (line: Line) => number;

type Group = {
  readonly objective: { readonly code: string; readonly goal: string };
  readonly rows: readonly { readonly code: string }[];
};

export const linesOf = (groups: readonly Group[]): readonly Line[] => {
  const lines: Line[] = [];
  let group = -1;
  let row = 0;
  for (const [at, { objective, rows }] of groups.entries()) {
    if (objective.goal !== groups[at - 1]?.objective.goal) {
      group += 1;
      lines.push({ key: `goal ${objective.goal}`, group, kind: 'goal', at });
    }
    group += 1;
    lines.push({ key: `objective ${objective.code}`, group, kind: 'objective', at });
    for (const { code } of rows) {
      lines.push({ key: code, group, kind: 'row', at: row });
      row += 1;
    }
  }
  return lines;
};

/** A little scrolling draws nothing new. */
const stride = 8;

/** The lines between two heights, measured from the top of the first one, rounded outwards. */
export const rangeBetweenHeights = (
  lines: readonly Line[],
  heightOf: HeightOf,
  top: number,
  bottom: number,
): LineRange => {
  let height = 0;
  let from = lines.length;
  let to = 0;
  for (const [at, line] of lines.entries()) {
    const below = height + heightOf(line);
    if (below > top && from > at) from = at;
    if (height < bottom) to = at + 1;
    height = below;
  }
  from = Math.floor(Math.min(from, to) / stride) * stride;
  return { from, to: Math.min(lines.length, Math.ceil(to / stride) * stride) };
};

/**
 * The pieces of every group. Whatever is outside the range is drawn all the same where `isKept` (the cell that has the
 * focus), and with any row the heading of its objective.
 */
export const piecesOf = (
  lines: readonly Line[],
  { from, to }: LineRange,
  isKept: (key: string) => boolean,
  heightOf: HeightOf,
): readonly (readonly Piece[])[] => {
  const isShown = lines.map(({ key }, at) => (at >= from && at < to) || isKept(key));
  const headed = new Set(lines.filter((_, at) => isShown[at]).map(({ group }) => group));
  const groups: Piece[][] = Array.from({ length: (lines.at(-1)?.group ?? -1) + 1 }, () => []);
  for (const [at, line] of lines.entries()) {
    const group = groups[line.group] ?? [];
    const last = group.at(-1);
    if (isShown[at] || (line.kind === 'objective' && headed.has(line.group))) group.push({ at });
    else if (last !== undefined && 'height' in last) {
      group[group.length - 1] = { ...last, height: last.height + heightOf(line) };
    } else group.push({ gapFrom: at, height: heightOf(line) });
  }
  return groups;
};
