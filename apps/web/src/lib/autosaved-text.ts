import { reasonOf } from './stale-write.ts';
import { forgetUnsavedText, keepUnsavedText, readUnsavedText } from './unsaved-text.ts';

export type TheirText = {
  readonly text: string;
  readonly version: number;
  readonly person: string | null;
  readonly at: string | null;
};

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'stale'; readonly theirs: TheirText };

export type Base = { readonly text: string; readonly version: number };

export type AutosaveState = {
  readonly text: string;
  readonly status: 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';
  /** Why it is not saved. */
  readonly reason: string | null;
  readonly theirs: TheirText | null;
};

export type AutosaveOptions = {
  readonly person: string;
  /** Names the text among all texts of the product: unsaved text is found again by it. */
  readonly name: string;
  readonly saved: Base;
  readonly save: (text: string, seen: number) => Promise<SaveAnswer>;
  /** What has to be mended before it can be sent; undefined where nothing has. */
  readonly check?: ((text: string) => string | undefined) | undefined;
  /** Both texts in one, or null where only a person can decide; left out: a person always does. */
  readonly merge?: ((before: string, mine: string, theirs: string) => string | null) | undefined;
  /** Milliseconds of rest in typing before it is sent. */
  readonly delay?: number | undefined;
};

const same = (a: string, b: string): boolean => a.trim() === b.trim();

/** One text that saves itself: nothing typed is lost, and nobody's change is overwritten unseen. */
export class AutosavedText {
  private options: AutosaveOptions;
  private base: Base;
  private state: AutosaveState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(options: AutosaveOptions) {
    this.options = options;
    const kept = readUnsavedText(options.person, options.name);
    this.base = kept?.base ?? options.saved;
    const text = kept?.text ?? options.saved.text;
    this.state = { text, status: kept === null ? 'saved' : 'unsaved', reason: null, theirs: null };
  }

  readonly getState = (): AutosaveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The server's text may have moved on: it is taken over unless somebody is typing here. */
  readonly update = (options: AutosaveOptions): void => {
    const { saved } = options;
    const moved = saved.version !== this.options.saved.version || saved.text !== this.options.saved.text;
    this.options = options;
    if (!moved || saved.version < this.base.version) return;
    if (!this.isDirty()) {
      this.base = saved;
      if (!same(saved.text, this.state.text)) this.set({ text: saved.text });
    } else if (same(saved.text, this.base.text)) {
      // Another field of the same thing was written: this text is as it was seen.
      this.base = { ...this.base, version: saved.version };
    }
  };

  readonly type = (text: string): void => {
    const { person, name, delay = 1000 } = this.options;
    this.set({ text, ...(this.state.status === 'saving' ? {} : { status: 'unsaved', reason: null, theirs: null }) });
    keepUnsavedText(person, name, { text, base: this.base });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  };

  /** Sends what is typed now, without waiting for a rest. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.timer);
    if (this.state.status === 'saving' || this.state.status === 'conflict') return;
    if (!this.isDirty()) return this.settle();
    const reason = this.options.check?.(this.state.text);
    if (reason !== undefined) return this.set({ status: 'failed', reason });
    await this.send(this.state.text, this.base.version);
  };

  /** Ends a conflict: the chosen text stands, on top of what the other person wrote. */
  readonly resolve = async (text: string): Promise<void> => {
    const { theirs } = this.state;
    if (theirs === null) return;
    this.base = { text: theirs.text, version: theirs.version };
    this.set({ text, status: 'unsaved', reason: null, theirs: null });
    await this.flush();
  };

  readonly isDirty = (): boolean => this.state.text !== this.base.text;

  private async send(text: string, seen: number): Promise<void> {
    this.set({ status: 'saving', reason: null });
    try {
      const answer = await this.options.save(text, seen);
      if (answer.kind === 'saved') this.acknowledge({ text, version: answer.version });
      else await this.meet(text, answer.theirs);
    } catch (error) {
      this.set({ status: 'failed', reason: reasonOf(error) });
    }
  }

  private acknowledge(base: Base): void {
    this.base = base;
    this.set({ status: 'unsaved' });
    // What was typed while it was on its way follows at once.
    if (this.isDirty()) void this.flush();
    else this.settle();
  }

  /** Somebody else was faster. Where they left this very text alone, or wrote the same, there is nothing to ask. */
  private async meet(text: string, theirs: TheirText): Promise<void> {
    if (same(theirs.text, text)) return this.acknowledge({ text, version: theirs.version });
    if (same(theirs.text, this.base.text)) {
      this.base = { ...this.base, version: theirs.version };
      return this.send(text, theirs.version);
    }
    const merged = this.options.merge?.(this.base.text, this.state.text, theirs.text) ?? null;
    if (merged === null) return this.set({ status: 'conflict', theirs });
    this.base = { text: theirs.text, version: theirs.version };
    this.set({ text: merged });
    await this.send(merged, theirs.version);
  }

  private settle(): void {
    forgetUnsavedText(this.options.person, this.options.name);
    this.set({ status: 'saved', reason: null, theirs: null });
  }

  private set(change: Partial<AutosaveState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
