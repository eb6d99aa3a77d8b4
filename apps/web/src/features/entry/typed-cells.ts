import type { SaveAnswer, TheirText } from '../../lib/autosaved-text.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { forgetUnsavedText, keepUnsavedText, readUnsavedText } from '../../lib/unsaved-text.ts';
import type { Field } from './grid-moves.ts';

export type CellKey = `${string}:${Field}`;

export type TypedCell = {
  readonly code: string;
  readonly field: Field;
  readonly text: string;
  /** What stood in the cell, and in which version, when typing began. */
  readonly seen: { readonly text: string; readonly version: number };
  /** asking: it waits for a reason, which a dialog asks. */
  readonly status: 'typing' | 'asking' | 'saving' | 'invalid' | 'failed' | 'conflict';
  /** Why it is not saved. */
  readonly reason: string | null;
  readonly theirs: TheirText | null;
};

/** What has to come with a figure that was settled before. */
export type Grounds = { readonly reason: string; readonly explanation?: string | undefined };

export type CellWork = {
  readonly person: string;
  /** Names the year among all: typed text is found again by it. */
  readonly place: string;
  /** What is wrong with the text, in a sentence. */
  readonly check: (cell: TypedCell) => string | null;
  readonly needsReason: (cell: TypedCell) => boolean;
  readonly send: (cell: TypedCell, grounds: Grounds | undefined) => Promise<SaveAnswer>;
  readonly onSaved: (cell: TypedCell) => void;
  readonly onNotSaved: (cell: TypedCell) => void;
};

export const keyOf = ({ code, field }: { readonly code: string; readonly field: Field }): CellKey => `${code}:${field}`;

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

  /** Finds what an earlier visit could not save. */
  readonly restore = (codes: readonly string[]): void => {
    for (const code of codes) {
      for (const field of ['target', 'value'] as const) {
        const kept = readUnsavedText(this.work.person, this.nameOf({ code, field }));
        if (kept === null || this.cells.has(`${code}:${field}`)) continue;
        const reason = 'Not saved when you left; press Enter twice to save it now, or Escape to give it up';
        this.put({ code, field, text: kept.text, seen: kept.base, status: 'failed', reason, theirs: null });
      }
    }
  };

  readonly begin = (code: string, field: Field, seen: TypedCell['seen'], text: string): void => {
    const known = this.cells.get(`${code}:${field}`);
    // While the save before is on its way, its text is what the cell holds.
    const base =
      known === undefined ? seen : known.status === 'saving' ? { ...known.seen, text: known.text } : known.seen;
    this.put({ code, field, text, seen: base, status: 'typing', reason: null, theirs: null });
  };

  readonly type = (key: CellKey, text: string): void => {
    const cell = this.cells.get(key);
    if (cell !== undefined) this.put({ ...cell, text, status: 'typing', reason: null });
  };

  readonly giveUp = (key: CellKey): void => {
    const cell = this.cells.get(key);
    if (cell !== undefined) this.drop(cell);
  };

  /** Checks and sends what is typed; asks for a reason first where the rules want one. */
  readonly commit = (key: CellKey): void => {
    const cell = this.cells.get(key);
    if (cell === undefined || cell.status === 'saving') return;
    const sentence = this.work.check(cell);
    if (cell.text.trim() === cell.seen.text.trim()) this.drop(cell);
    else if (sentence !== null) this.refuse(cell, 'invalid', sentence);
    else if (this.work.needsReason(cell)) this.put({ ...cell, status: 'asking' });
    else void this.send(cell, undefined);
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
    this.commit(key);
  };

  private async send(typed: TypedCell, grounds: Grounds | undefined): Promise<void> {
    const cell = this.put({ ...typed, status: 'saving', reason: null, theirs: null });
    this.keep(cell);
    try {
      const answer = await this.work.send(cell, grounds);
      if (answer.kind === 'stale') return await this.meet(cell, answer.theirs, grounds);
      // Typed anew in the meantime: that text has its own way to go.
      if (this.cells.get(keyOf(cell)) === cell) this.drop(cell);
      this.work.onSaved(cell);
    } catch (error) {
      if (this.cells.get(keyOf(cell)) === cell) this.refuse(cell, 'failed', reasonOf(error));
    }
  }

  /** Somebody else was faster. Where they left this very figure alone there is nothing to ask. */
  private async meet(cell: TypedCell, theirs: TheirText, grounds: Grounds | undefined): Promise<void> {
    if (this.cells.get(keyOf(cell)) !== cell) return;
    if (theirs.text === cell.seen.text && theirs.version !== cell.seen.version) {
      return this.send({ ...cell, seen: { text: theirs.text, version: theirs.version } }, grounds);
    }
    const sentence = 'Someone else has changed this in the meantime';
    this.work.onNotSaved(this.put({ ...cell, status: 'conflict', reason: sentence, theirs }));
  }

  private refuse(cell: TypedCell, status: 'invalid' | 'failed', reason: string): void {
    const refused = this.put({ ...cell, status, reason });
    this.keep(refused);
    this.work.onNotSaved(refused);
  }

  private nameOf(cell: Pick<TypedCell, 'code' | 'field'>): string {
    return `${this.work.place}:${keyOf(cell)}`;
  }

  private keep(cell: TypedCell): void {
    keepUnsavedText(this.work.person, this.nameOf(cell), { text: cell.text, base: cell.seen });
  }

  private put(cell: TypedCell): TypedCell {
    this.replace(new Map(this.cells).set(keyOf(cell), cell));
    return cell;
  }

  private drop(cell: TypedCell): void {
    forgetUnsavedText(this.work.person, this.nameOf(cell));
    const rest = new Map(this.cells);
    rest.delete(keyOf(cell));
    this.replace(rest);
  }

  private replace(cells: ReadonlyMap<CellKey, TypedCell>): void {
    this.cells = cells;
    for (const listener of this.listeners) listener();
  }
}
