import type { SaveAnswer, TheirText } from '../../lib/autosaved-text.ts';
import { isUnreachable, reasonOf } from '../../lib/stale-write.ts';
import type { CellStore, KeptCell } from './cell-store.ts';
import type { Edit } from './edit-history.ts';
import type { Field } from './grid-moves.ts';

export type CellPlace = { readonly code: string; readonly field: Field; readonly year: number };
export type CellKey = `${string}:${Field}:${number}`;

export type TypedCell = CellPlace & {
  readonly text: string;
  /** What stood in the cell, and in which version, when typing began. */
  readonly seen: { readonly text: string; readonly version: number };
  /** asking: it waits for a reason, which a dialog asks. waiting: it is sent when the server can be reached. */
  readonly status: 'typing' | 'asking' | 'saving' | 'waiting' | 'invalid' | 'failed' | 'conflict';
  /** Why it is not saved. */
  readonly reason: string | null;
  readonly theirs: TheirText | null;
  /** The reason that goes with it, once it was given. */
  readonly grounds: Grounds | null;
};

/** What has to come with a figure that was settled before. */
export type Grounds = { readonly reason: string; readonly explanation?: string | undefined };

export type CellWork = {
  readonly store: CellStore;
  /** What is wrong with the text, in a sentence. */
  readonly check: (cell: TypedCell) => string | null;
  /** The text as the product writes it, so that "4870" and "4,870" are the same. */
  readonly tidy: (cell: TypedCell) => string;
  readonly needsReason: (cell: TypedCell) => boolean;
  readonly send: (cell: TypedCell, grounds: Grounds | undefined) => Promise<SaveAnswer>;
  /** A change was made, whatever comes of it. */
  readonly onEdit: (edit: Edit) => void;
  readonly onSaved: (cell: TypedCell, version: number) => void;
  readonly onNotSaved: (cell: TypedCell) => void;
};

export const keyOf = ({ code, field, year }: CellPlace): CellKey => `${code}:${field}:${year}`;

const waitingWords = 'The server cannot be reached. It is sent by itself as soon as it can be reached again';
const leftWords = 'Not saved when you left; press Enter twice to save it now, or Escape to give it up';

/** What was typed into cells and is not saved yet. A cell leaves this list only when it is saved or given up. */
export class TypedCells {
  private cells: ReadonlyMap<CellKey, TypedCell> = new Map();
  private readonly listeners = new Set<() => void>();
  private work: CellWork;

  constructor(work: CellWork) {
    this.work = work;
  }

  readonly getCells = (): ReadonlyMap<CellKey, TypedCell> => this.cells;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly employ = (work: CellWork): void => {
    this.work = work;
  };

  /** Finds what an earlier visit could not save: what waits in any year, and the rest of the years on screen. */
  readonly restore = async (years: readonly number[]): Promise<void> => {
    for (const { waiting, ...kept } of await this.work.store.list()) {
      if (this.cells.has(keyOf(kept)) || !(waiting || years.includes(kept.year))) continue;
      const reason = waiting ? waitingWords : leftWords;
      this.put({ ...kept, status: waiting ? 'waiting' : 'failed', reason, theirs: null });
    }
    this.sendWaiting();
  };

  readonly begin = (place: CellPlace, seen: TypedCell['seen'], text: string): void => {
    const known = this.cells.get(keyOf(place));
    // While the save before is on its way, its text is what the cell holds.
    const base =
      known === undefined ? seen : known.status === 'saving' ? { ...known.seen, text: known.text } : known.seen;
    const { code, field, year } = place;
    this.put({ code, field, year, text, seen: base, status: 'typing', reason: null, theirs: null, grounds: null });
  };

  readonly type = (key: CellKey, text: string): void => {
    const cell = this.cells.get(key);
    if (cell !== undefined) this.put({ ...cell, text, status: 'typing', reason: null });
  };

  readonly giveUp = (key: CellKey): void => {
    const cell = this.cells.get(key);
    if (cell !== undefined) this.drop(cell);
  };

  /** Checks and sends what is typed; asks for a reason first where the rules want one that does not come along. */
  readonly commit = (key: CellKey, grounds?: Grounds): void => {
    const cell = this.cells.get(key);
    if (cell === undefined || cell.status === 'saving') return;
    const text = this.work.tidy(cell);
    if (text === cell.seen.text.trim()) {
      this.drop(cell);
      return;
    }
    const { code, field, year } = cell;
    this.work.onEdit({ code, field, year, from: cell.seen.text, to: text });
    const sentence = this.work.check(cell);
    if (sentence !== null) this.refuse(cell, 'invalid', sentence);
    else if (grounds === undefined && this.work.needsReason(cell)) this.put({ ...cell, status: 'asking' });
    else void this.send(cell, grounds);
  };

  /** Puts a text into a cell at once, as pasting and undoing do. */
  readonly enter = (place: CellPlace, seen: TypedCell['seen'], text: string, grounds?: Grounds): void => {
    this.begin(place, seen, text);
    this.commit(keyOf(place), grounds);
  };

  /** Sends a cell that waited for its reason. */
  readonly giveReason = async (key: CellKey, grounds: Grounds): Promise<void> => {
    const cell = this.cells.get(key);
    if (cell !== undefined) await this.send(cell, grounds);
  };

  /** The question for the reason was closed: what was typed stays, not saved. */
  readonly postpone = (key: CellKey): void => {
    const cell = this.cells.get(key);
    if (cell !== undefined) this.refuse(cell, 'failed', 'A reason is needed; press Enter twice to give it');
  };

  /** Ends a conflict with the text chosen, on top of what the other person wrote. */
  readonly resolve = (key: CellKey, text: string): void => {
    const cell = this.cells.get(key);
    if (cell?.theirs == null) return;
    const { text: theirText, version } = cell.theirs;
    this.put({ ...cell, text, seen: { text: theirText, version }, status: 'typing', reason: null, theirs: null });
    this.commit(key, cell.grounds ?? undefined);
  };

  /** Tries again what could not be sent. */
  readonly sendWaiting = (): void => {
    for (const cell of this.cells.values()) {
      if (cell.status === 'waiting') void this.send(cell, cell.grounds ?? undefined);
    }
  };

  private async send(typed: TypedCell, grounds: Grounds | undefined): Promise<void> {
    const cell = this.put({ ...typed, status: 'saving', reason: null, theirs: null, grounds: grounds ?? null });
    this.keep(cell, typed.status === 'waiting');
    try {
      const answer = await this.work.send(cell, grounds);
      if (answer.kind === 'stale') return await this.meet(cell, answer.theirs, grounds);
      // Typed anew in the meantime: that text has its own way to go.
      if (this.isLatest(cell)) this.drop(cell);
      this.work.onSaved(cell, answer.version);
    } catch (error) {
      if (!this.isLatest(cell)) return;
      if (isUnreachable(error)) this.wait(cell, typed.status === 'waiting');
      else this.refuse(cell, 'failed', reasonOf(error));
    }
  }

  private wait(cell: TypedCell, waitedBefore: boolean): void {
    const waiting = this.put({ ...cell, status: 'waiting', reason: waitingWords });
    this.keep(waiting, true);
    if (!waitedBefore) this.work.onNotSaved(waiting);
  }

  /** Somebody else was faster. Where they left this very figure alone, or wrote the same, there is nothing to ask. */
  private async meet(cell: TypedCell, theirs: TheirText, grounds: Grounds | undefined): Promise<void> {
    if (!this.isLatest(cell)) return;
    if (theirs.text === this.work.tidy(cell)) {
      this.drop(cell);
      return this.work.onSaved(cell, theirs.version);
    }
    if (theirs.text === cell.seen.text && theirs.version !== cell.seen.version) {
      return this.send({ ...cell, seen: { text: theirs.text, version: theirs.version } }, grounds);
    }
    const sentence = 'Someone else has changed this in the meantime';
    const met = this.put({ ...cell, status: 'conflict', reason: sentence, theirs });
    this.keep(met, false);
    this.work.onNotSaved(met);
  }

  private refuse(cell: TypedCell, status: 'invalid' | 'failed', reason: string): void {
    const refused = this.put({ ...cell, status, reason });
    this.keep(refused, false);
    this.work.onNotSaved(refused);
  }

  private isLatest(cell: TypedCell): boolean {
    return this.cells.get(keyOf(cell)) === cell;
  }

  private keep({ code, field, year, text, seen, grounds }: TypedCell, waiting: boolean): void {
    const kept: KeptCell = { code, field, year, text, seen, grounds, waiting };
    this.work.store.put(kept);
  }

  private put(cell: TypedCell): TypedCell {
    this.replace(new Map(this.cells).set(keyOf(cell), cell));
    return cell;
  }

  private drop(cell: TypedCell): void {
    this.work.store.remove(cell);
    const rest = new Map(this.cells);
    rest.delete(keyOf(cell));
    this.replace(rest);
  }

  private replace(cells: ReadonlyMap<CellKey, TypedCell>): void {
    this.cells = cells;
    for (const listener of this.listeners) listener();
  }
}
