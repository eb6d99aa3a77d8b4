export type TroubleReason = 'full' | 'not_writable' | 'damaged' | 'busy';

const sentences: Readonly<Record<TroubleReason, string>> = {
  full: 'The disk of the server is full, and nothing was saved: an administrator has to make room; then try again.',
  not_writable:
    'The disk of the server does not take or give what it should, and nothing was saved: an administrator has to look at it; then try again.',
  damaged:
    'The database on the server is damaged, and nothing was changed: an administrator has to stop the service and restore a backup (npm run restore).',
  busy: 'Another program holds the database of the server, and nothing was saved: try again in a minute.',
};

/** The disk or another program let a work down, and nothing of it was kept; the sentence says who can mend that. */
export class DatabaseTrouble extends Error {
  readonly reason: TroubleReason;

  constructor(reason: TroubleReason, cause: unknown) {
    super(sentences[reason], { cause });
    this.name = 'DatabaseTrouble';
    this.reason = reason;
  }
}

const reasons: readonly (readonly [code: string, reason: TroubleReason])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_IOERR', 'not_writable'],
  ['SQLITE_READONLY', 'not_writable'],
  ['SQLITE_CANTOPEN', 'not_writable'],
];

/** drizzle wraps what the driver throws. */
const codeOf = (error: unknown): string => {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string' && code.startsWith('SQLITE_')) return code;
  return cause === undefined ? '' : codeOf(cause);
};

/** What a work threw, or the trouble behind it. That a reading connection cannot be written to is none: that is a bug. */
export const troubleOf = (error: unknown, access: 'write' | 'read'): unknown => {
  const code = codeOf(error);
  if (access === 'read' && code.startsWith('SQLITE_READONLY')) return error;
  const [, reason] = reasons.find(([start]) => code.startsWith(start)) ?? [];
  return reason === undefined ? error : new DatabaseTrouble(reason, error);
};
