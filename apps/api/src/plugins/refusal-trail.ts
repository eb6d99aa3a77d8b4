import type { ProblemCode } from '@fbs/contract';
import type { Instant } from '@fbs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor, Service } from '../context.ts';
import { trace } from '../trace.ts';
import { signedInOf } from './sign-in-sessions.ts';

/** What the trail keeps of refusals: who may not, whose page may not, who asks too often. */
const kept: readonly ProblemCode[] = ['not_allowed', 'too_many_requests'];

type Noted = {
  readonly actor: Actor | null;
  readonly address: string | null;
  /** In the words of the API's description. */
  readonly what: string;
  readonly request: string;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly since: Instant;
  times: number;
};

const minute = 60_000;
/** So many refusals are told apart in a minute; the others are counted together. */
const mostKinds = 100;
const theOthers = 'the others';
const nobodys = { actor: null, address: null, what: theOthers, request: theOthers } as const;

export type RefusalTrail = {
  readonly note: (request: FastifyRequest, code: ProblemCode, detail: string) => void;
  /** Writes down what waits, but for what was written down within the last minute; at the end, that too. */
  readonly write: (isEnd?: boolean) => Promise<void>;
};

/**
 * Refusals in the audit trail, without letting anybody fill it: the same one, of the same person or address, is one
 * entry a minute with how often, and no more than so many entries come in a minute. They are written a little later,
 * `afterMs`, so that being refused costs the service no write of its own; null: only when asked.
 */
export const keepRefusals = (
  { database, clock }: Pick<Service, 'database' | 'clock'>,
  afterMs: number | null,
  onError: (error: unknown) => void,
): RefusalTrail => {
  const waiting = new Map<string, Noted>();
  const writtenAt = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  const write = async (isEnd = false): Promise<void> => {
    const at = clock();
    for (const [key, then] of writtenAt) if (Date.parse(at) - then >= minute) writtenAt.delete(key);
    const due = [...waiting].filter(([key]) => isEnd || !writtenAt.has(key));
    for (const [key] of due) {
      waiting.delete(key);
      writtenAt.set(key, Date.parse(at));
    }
    if (due.length === 0) return;
    await database.write(async (queries) => {
      for (const [, { actor, address, what, request, code, detail, since, times }] of due) {
        const after = { request, code, detail, address, times, since };
        const entry = { action: 'was refused', kind: 'refusal', id: what, strategy: null, before: null, after };
        await trace(queries, { actor }, at, entry);
      }
    });
  };

  const writeLater = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      write()
        .catch(onError)
        .finally(() => {
          if (waiting.size > 0) writeLater(minute / 4);
        });
    }, ms).unref();
  };

  return {
    write: async (isEnd) => {
      if (isEnd) clearTimeout(timer);
      await write(isEnd);
    },
    note: (request, code, detail) => {
      if (!kept.includes(code)) return;
      const actor = signedInOf(request)?.actor ?? null;
      const { url = 'an address that is not there', schema } = request.routeOptions;
      const route = `${request.method} ${url}`;
      const own = [actor?.id ?? request.ip, route, code].join(' ');
      const isKnown = waiting.has(own) || writtenAt.has(own);
      const isFull = !isKnown && new Set([...waiting.keys(), ...writtenAt.keys()]).size >= mostKinds;
      const key = isFull ? theOthers : own;
      const noted = waiting.get(key);
      if (noted !== undefined) noted.times += 1;
      else if (isFull) {
        const text = 'More people and kinds of refusals came within a minute than are told apart.';
        waiting.set(key, { ...nobodys, code, detail: text, since: clock(), times: 1 });
      } else {
        const { summary = route } = (schema ?? {}) as { readonly summary?: string };
        const place = { actor, address: request.ip, what: summary, request: route };
        waiting.set(key, { ...place, code, detail, since: clock(), times: 1 });
      }
      if (afterMs !== null) writeLater(afterMs);
    },
  };
};
