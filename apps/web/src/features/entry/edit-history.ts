import type { CellPlace } from './typed-cells.ts';

/** A change of one cell, as one types it. */
export type Edit = CellPlace & { readonly from: string; readonly to: string };
type Step = readonly Edit[];

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

  /** Takes the last step back; its edits come turned around. */
  readonly undo = (apply: (edit: Edit) => void): Step => {
    const step = this.done.at(-1);
    if (step === undefined) return [];
    this.move(this.done.slice(0, -1), [...this.undone, step]);
    return this.replay(turned(step), apply);
  };

  readonly redo = (apply: (edit: Edit) => void): Step => {
    const step = this.undone.at(-1);
    if (step === undefined) return [];
    this.move([...this.done, step], this.undone.slice(0, -1));
    return this.replay(step, apply);
  };

  private replay(step: Step, apply: (edit: Edit) => void): Step {
    this.isReplaying = true;
    for (const edit of step) apply(edit);
    this.isReplaying = false;
    return step;
  }

  private move(done: readonly Step[], undone: readonly Step[]): void {
    this.done = done.slice(-longest);
    this.undone = undone;
    this.state = { canUndo: this.done.length > 0, canRedo: undone.length > 0 };
    for (const listener of this.listeners) listener();
  }
}
