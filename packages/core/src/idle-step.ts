const minute = 60_000;

type Use = {
  readonly now: number;
  /** When somebody last touched a page of this browser. */
  readonly touchedAt: number;
  /** When the server last heard of them. */
  readonly usedAt: number;
  readonly idleMinutes: number;
};

/** keep: tell the server that somebody is here. warn: so many minutes are left. */
type IdleStep = { readonly kind: 'fine' | 'keep' | 'over' } | { readonly kind: 'warn'; readonly minutes: number };

/** How long before the end people are told: two minutes, or half of what there is. */
const warnedMs = (idleMinutes: number): number => Math.min(2, idleMinutes / 2) * minute;

/** How long somebody may type or read before the server hears of it. */
const unheardMs = (idleMinutes: number): number => Math.min(5, idleMinutes / 4) * minute;

/** What to do about a session that ends when nobody uses it. Whoever types a long text uses it without asking anything. */
export const idleStep = ({ now, touchedAt, usedAt, idleMinutes }: Use): IdleStep => {
  const left = usedAt + idleMinutes * minute - now;
  if (left <= 0) return { kind: 'over' };
  if (now - touchedAt < minute && now - usedAt > unheardMs(idleMinutes)) return { kind: 'keep' };
  return left <= warnedMs(idleMinutes) ? { kind: 'warn', minutes: Math.ceil(left / minute) } : { kind: 'fine' };
};
