export type RefusalReason = 'newer' | 'not_writable' | 'full' | 'busy' | 'damaged' | 'missing_folder';

/** Why a database cannot be opened, in a sentence that says what to do. */
export class DatabaseRefusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, sentence: string) {
    super(sentence);
    this.name = 'DatabaseRefusal';
    this.reason = reason;
  }
}
