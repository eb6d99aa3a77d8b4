import { useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { plural } from '../../lib/format.ts';
import { announce } from '../../ui/live-region.tsx';
import type { Edit, EditMemory, Way } from './edit-history.ts';
import type { Sheet } from './grid-moves.ts';
import type { CellPlace } from './typed-cells.ts';

type Options = {
  readonly memory: EditMemory;
  /** The years on screen. */
  readonly years: readonly number[];
  readonly sheet: Sheet;
  /** Puts the other text into a cell; whether it did. */
  readonly apply: (edit: Edit) => boolean;
  readonly goTo: (cell: CellPlace) => void;
};

/** What was undone where one does not see it. */
export type UndoneElsewhere = { readonly sentence: string; readonly cell: CellPlace };

const doneWords: Readonly<Record<Way, string>> = { undo: 'undone', redo: 'done again' };

const yearsIn = (step: readonly Edit[]): readonly number[] => [...new Set(step.map(({ year }) => year))];

const nameOf = ({ code, field, year }: CellPlace): string => `${code}, ${field} FY ${year}`;

const figureWords = (text: string): string => (text === '' ? 'none' : text);

/** What happened, from the cell as it was to the cell as it is. */
const sentenceOf = (step: readonly Edit[], applied: readonly Edit[], way: Way): string => {
  const [first] = step;
  if (first === undefined) return '';
  if (applied.length === 0) return `${nameOf(first)} stays as it is: it has changed since.`;
  if (step.length > 1) return `${plural(applied.length, 'change')} ${doneWords[way]}.`;
  return `${nameOf(first)} ${doneWords[way]}: from ${figureWords(first.from)} to ${figureWords(first.to)}.`;
};

/** Undoes and does again, also where the cell stands in another year: its year is opened first. */
export const useUndo = ({ memory, years, sheet, apply, goTo }: Options) => {
  const navigate = useNavigate({ from: '/entry' });
  const { history } = memory;
  const { canUndo, canRedo } = useSyncExternalStore(history.subscribe, history.getState);
  const [elsewhere, setElsewhere] = useState<UndoneElsewhere | null>(null);

  const openYear = (asked: readonly number[]) =>
    void navigate({
      search: (previous) => ({
        ...previous,
        indicator: undefined,
        ...(asked.length > 1 ? { columns: 'all' as const } : { year: asked[0], columns: undefined }),
      }),
      resetScroll: false,
    });
  const replay = (way: Way, follow: boolean) => {
    const applied: Edit[] = [];
    const step = history.replay(way, (edit) => {
      if (apply(edit)) applied.push(edit);
    });
    const cell = step.find(({ code }) => sheet.codes.includes(code));
    const sentence = sentenceOf(step, applied, way);
    announce(sentence);
    const [first] = step;
    setElsewhere(cell === undefined && first !== undefined ? { sentence, cell: first } : null);
    if (cell !== undefined && follow) goTo(cell);
  };
  /** `follow`: the focus goes to the cell, as it does where one works by keyboard. */
  const run = (way: Way, follow: boolean) => {
    const asked = yearsIn(history.next(way));
    if (asked.length === 0) return;
    if (asked.every((year) => years.includes(year))) return replay(way, follow);
    memory.pending = { way, years: asked };
    openYear(asked);
  };

  const latest = useRef(replay);
  useLayoutEffect(() => {
    latest.current = replay;
  });
  const shown = years.join(' ');
  useEffect(() => {
    const { pending } = memory;
    memory.pending = null;
    if (pending?.years.every((year) => shown.split(' ').includes(String(year)))) latest.current(pending.way, true);
  }, [memory, shown]);

  return {
    canUndo,
    canRedo,
    onKey: (way: Way) => run(way, true),
    onUndo: () => run('undo', false),
    onRedo: () => run('redo', false),
    elsewhere,
    closeElsewhere: () => setElsewhere(null),
  };
};
