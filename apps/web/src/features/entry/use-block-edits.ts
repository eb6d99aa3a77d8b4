import { readBlock, writeBlock } from '@fbs/core';
import { type ClipboardEvent, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { announce } from '../../ui/live-region.tsx';
import { type CellRange, placesIn, sizeOf } from './cell-range.ts';
import { seenIn, tidyText } from './cell-work.ts';
import { copiedText } from './copied-text.ts';
import type { Edit, EditHistory } from './edit-history.ts';
import type { Sheet } from './grid-moves.ts';
import { beyondEdges, goodOf, type PlanContext, type PlannedCell, planBlock } from './paste-plan.ts';
import { type CellKey, keyOf, type TypedCells } from './typed-cells.ts';

export type Pasting = {
  readonly plan: readonly PlannedCell[];
  readonly beyond: { readonly rows: number; readonly columns: number };
};

type Options = {
  readonly sheet: Sheet;
  readonly context: PlanContext;
  readonly cells: TypedCells;
  readonly history: EditHistory;
  /** The versions that this page's own saves brought. */
  readonly versions: ReadonlyMap<CellKey, number>;
};

/** More than any grid holds; a whole spreadsheet pasted by mistake is not read. */
const longestPaste = 500_000;

/** What is done to blocks of cells: copy, cut, paste, empty, and back again. */
export const useBlockEdits = ({ sheet, context, cells, history, versions }: Options) => {
  const [pasting, setPasting] = useState<Pasting | null>(null);

  const write = (plan: readonly PlannedCell[], reason = '') => {
    const good = goodOf(plan);
    history.together(() => {
      for (const { cell, seen, pasted, needsReason } of good) {
        const grounds = needsReason && cell.field === 'target' && reason !== '' ? { reason } : undefined;
        cells.enter(cell, seen, textFor(context, cell, pasted), grounds);
      }
    });
    return good.length;
  };
  const clear = (range: CellRange | null) => {
    if (range === null) return;
    const [first] = placesIn(range, sheet)[0] ?? [];
    if (first === undefined) return;
    const plan = planBlock(
      placesIn(range, sheet).map((row) => row.map(() => '')),
      first,
      sheet,
      context,
    );
    const [only] = plan;
    if (sizeOf(range) === 1 && only?.cell != null && !only.sentence?.startsWith('Locked')) {
      return cells.enter(only.cell, only.seen, '');
    }
    const refused = plan.filter(({ outcome }) => outcome === 'refused');
    const count = write(plan);
    if (refused.length > 0)
      announce([count > 0 ? `${plural(count, 'cell')} emptied.` : '', refused[0]?.sentence].join(' ').trim());
  };
  const paste = (text: string, range: CellRange) => {
    if (text.length > longestPaste) return announce('This is too much to paste; import it as a file instead');
    const block = readBlock(text);
    const one = block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? '') : null;
    const places = placesIn(range, sheet);
    const start = places[0]?.[0];
    if (start === undefined) return;
    // One cell that was copied fills the whole block, as in spreadsheets.
    const filled = one === null ? block : places.map((row) => row.map(() => one));
    const plan = planBlock(filled, start, sheet, context);
    if (one !== null && sizeOf(range) === 1 && plan[0]?.outcome !== 'refused') {
      write(plan);
    } else setPasting({ plan, beyond: beyondEdges(filled, start, sheet) });
  };
  /** Puts the other text of an edit into its cell; whether it did. */
  const apply = (edit: Edit): boolean => {
    const key = keyOf(edit);
    const cell = cells.getCells().get(key);
    if (cell !== undefined && cell.status !== 'saving') {
      if (edit.to === cell.seen.text) cells.giveUp(key);
      else cells.enter(edit, cell.seen, edit.to);
      return true;
    }
    const row = context.rowAt(edit.code, edit.year);
    if (cell !== undefined) {
      // its save is on its way: what undoes it follows on top of it
      if (row === undefined || tidyText(row, cell) !== edit.from) return false;
      cells.enter(edit, cell.seen, edit.to);
      return true;
    }
    const own = versions.get(key);
    // On top of this page's own save alone: whoever changed it since is asked about, not overwritten.
    const seen =
      own === undefined && row !== undefined ? seenIn(row, edit.field) : { text: edit.from, version: own ?? 0 };
    if (row === undefined || seenIn(row, edit.field).text === edit.to || seen.text !== edit.from) return false;
    cells.enter(edit, seen, edit.to);
    return true;
  };
  const copy = (event: ClipboardEvent, range: CellRange | null): boolean => {
    if (range === null || !isOnCell(event)) return false;
    const rows = placesIn(range, sheet).map((row) =>
      row.filter(({ column }) => column !== 'select').map((place) => copiedText(place, context)),
    );
    event.clipboardData.setData('text/plain', writeBlock(rows));
    event.preventDefault();
    announce(`${plural(sizeOf(range), 'cell')} copied`);
    return true;
  };
  return {
    pasting,
    closePasting: () => setPasting(null),
    pasteGood: (reason: string) => {
      const count = pasting === null ? 0 : write(pasting.plan, reason);
      setPasting(null);
      announce(`${plural(count, 'cell')} pasted`);
    },
    clear,
    apply,
    onCopy: copy,
    onCut: (event: ClipboardEvent, range: CellRange | null) => {
      if (copy(event, range)) clear(range);
    },
    onPaste: (event: ClipboardEvent, range: CellRange | null) => {
      if (range === null || !isOnCell(event)) return;
      event.preventDefault();
      paste(event.clipboardData.getData('text/plain'), range);
    },
  };
};

export type BlockEdits = ReturnType<typeof useBlockEdits>;

const isOnCell = ({ target }: ClipboardEvent): boolean =>
  !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target instanceof HTMLElement;

/** A milestone's words become the choice that its editor knows; figures stay as they were written. */
const textFor = ({ rowAt }: PlanContext, cell: Parameters<typeof keyOf>[0], pasted: string): string => {
  const row = rowAt(cell.code, cell.year);
  return row === undefined ? pasted : tidyText(row, { field: cell.field, text: pasted });
};
