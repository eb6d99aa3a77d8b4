import type { CellKey, CellPlace } from './typed-cells.ts';

/** A change of one cell, as one types it. */
export type Edit = CellPlace & { readonly from: string; readonly to: string };
type Step = readonly Edit[];
export type Way = 'undo' | 'redo';

const turned = (step: Step): Step => step.map((edit) => ({ ...edit, from: edit.to, to: edit.from })).reverse();

const longest = 200;

/** One's own changes of this visit, to be undone and done again; what others change never enters it. */
export class EditHistory {
  private done: readonly Step[] = [];
  private undone: readonly Step[] = [];
  private group: Edit[] | null = null;
  private isReplaying = false;
  private state = { canUndo: false, canRedo: false };
  private readonly listeners = new Set<() => void>();

  readonly getState = (): { readonly canUndo: boolean; readonly canRedo: boolean } => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly record = (edit: Edit): void => {
    if (this.isReplaying) return;
    if (this.group === null) this.move([...this.done, [edit]], []);
    else this.group.push(edit);
  };

  /** Several changes that are undone as one: a block that was pasted. */
  readonly together = (work: () => void): void => {
    const group: Edit[] = [];
    this.group = group;
    work();
    this.group = null;
    if (group.length > 0) this.move([...this.done, group], []);
  };

  /** The step that would be replayed next; empty where there is none. */
  readonly next = (way: Way): Step => {
    const step = (way === 'undo' ? this.done : this.undone).at(-1) ?? [];
    return way === 'undo' ? turned(step) : step;
  };

  /** Takes the last step back, its edits turned around, or does the last one taken back again. */
  readonly replay = (way: Way, apply: (edit: Edit) => void): Step => {
    const step = this.next(way);
    const last = (way === 'undo' ? this.done : this.undone).at(-1);
    if (last === undefined) return step;
    if (way === 'undo') this.move(this.done.slice(0, -1), [...this.undone, last]);
    else this.move([...this.done, last], this.undone.slice(0, -1));
    this.isReplaying = true;
    for (const edit of step) apply(edit);
    this.isReplaying = false;
    return step;
  };

  private move(done: readonly Step[], undone: readonly Step[]): void {
    this.done = done.slice(-longest);
    this.undone = undone;
    this.state = { canUndo: this.done.length > 0, canRedo: undone.length > 0 };
    for (const listener of this.listeners) listener();
  }
}

/** What a switch of the year or of the filters leaves as it is. */
export class EditMemory {
  readonly history = new EditHistory();
  /** The versions that this page's own saves brought. */
  readonly versions = new Map<CellKey, number>();
  /** What is undone or done again as soon as its years are on screen. */
  pending: { readonly way: Way; readonly years: readonly number[] } | null = null;
}
