import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Line, LineRange } from './grid-lines.ts';
import { rangeBetweenHeights } from './grid-lines.ts';

/** Fewer lines are all drawn: the browser's own search finds them. */
const allUpTo = 80;
/** Before anything is measured. */
const guess = { goal: 41, objective: 33, row: 45 } as const;
/** How far beyond the window lines are drawn, so that scrolling finds them there. */
const margin = 500;

/** The heights of lines as the browser drew them; the first ones tell how high the others will be. */
class LineHeights {
  private readonly known = new Map<string, number>();
  private usual: number | null = null;

  readonly of = ({ key, kind }: Line): number =>
    this.known.get(key) ?? (kind === 'row' ? (this.usual ?? guess.row) : guess[kind]);

  readonly measure = (table: HTMLTableElement): void => {
    const rows: number[] = [];
    for (const row of table.querySelectorAll<HTMLElement>('tr[data-line]')) {
      const height = row.getBoundingClientRect().height;
      if (height === 0) continue;
      this.known.set(row.dataset.line ?? '', height);
      if (!row.matches('.grid__goal, .grid__objective')) rows.push(height);
    }
    // once only: the whole grid would grow and shrink under the hand
    if (rows.length > 0) this.usual ??= rows.reduce((sum, height) => sum + height, 0) / rows.length;
  };
}

const sameRange = (a: LineRange, b: LineRange): boolean => a.from === b.from && a.to === b.to;

/** Paper shows every line, whatever is in the window. */
const usePrinting = (): boolean => {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia('print');
    const now = (is: boolean) => () => flushSync(() => setPrinting(is));
    const [begin, end] = [now(true), now(false)];
    const change = () => setPrinting(paper.matches);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    paper.addEventListener('change', change);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      paper.removeEventListener('change', change);
    };
  }, []);
  return isPrinting;
};

/** The cell that took the focus stays in view while lines above it get their true heights, until a hand scrolls away. */
const useFollowing = (frame: RefObject<HTMLTableElement | null>, range: LineRange): void => {
  const follows = useRef(false);
  useEffect(() => {
    const table = frame.current;
    const begin = () => {
      follows.current = true;
    };
    const end = () => {
      follows.current = false;
    };
    const hands = ['wheel', 'touchmove', 'pointerdown'] as const;
    table?.addEventListener('focusin', begin);
    for (const hand of hands) document.addEventListener(hand, end, { capture: true, passive: true });
    return () => {
      table?.removeEventListener('focusin', begin);
      for (const hand of hands) document.removeEventListener(hand, end, { capture: true });
    };
  }, [frame]);
  // the range is what moves the lines
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (follows.current && frame.current?.contains(activeElement)) {
      activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [range, frame]);
};

/** Which lines of a long grid are drawn: those in the window and around it. */
export const useDrawnLines = (frame: RefObject<HTMLTableElement | null>, lines: readonly Line[]) => {
  const isPrinting = usePrinting();
  const [heights] = useState(() => new LineHeights());
  const [range, setRange] = useState<LineRange>({ from: 0, to: 48 });
  const latest = useRef({ lines, range });
  useLayoutEffect(() => {
    latest.current = { lines, range };
  });
  const isLong = lines.length > allUpTo;
  const look = useCallback(() => {
    const table = frame.current;
    const body = table?.tBodies[0];
    if (table == null || body === undefined) return;
    const rangeNow = () => {
      const top = -body.getBoundingClientRect().top;
      return rangeBetweenHeights(latest.current.lines, heights.of, top - margin, top + window.innerHeight + margin);
    };
    if (sameRange(latest.current.range, rangeNow())) return;
    // what is drawn now may be gone with the next range
    heights.measure(table);
    setRange(rangeNow());
  }, [frame, heights]);
  useFollowing(frame, range);
  useEffect(() => {
    if (!isLong || lines.length === 0) return;
    if (frame.current !== null) heights.measure(frame.current);
    look();
  }, [lines, isLong, look, heights, frame]);
  useEffect(() => {
    if (!isLong) return;
    let asked = 0;
    const ask = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(look);
    };
    // the grid scrolls in its own frame, and its frame with the page
    document.addEventListener('scroll', ask, { capture: true, passive: true });
    window.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      document.removeEventListener('scroll', ask, { capture: true });
      window.removeEventListener('resize', ask);
    };
  }, [isLong, look]);
  const all = { from: 0, to: lines.length };
  return { range: isPrinting || !isLong ? all : range, heightOf: heights.of };
};
