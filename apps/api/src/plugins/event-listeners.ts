import type { FastifyReply } from 'fastify';
import type { Actor } from '../context.ts';

/** The part of an open answer that a listener needs. */
export type Outlet = {
  readonly writableLength: number;
  write(text: string): unknown;
  end(): unknown;
  destroy(): unknown;
};

export type Listener = { readonly outlet: Outlet; readonly sessionId: string; readonly actor: Actor };

/** What may wait for one listener to read it; who is further behind comes back and asks for everything. */
const mostWaiting = 262_144;
/** More tabs than this listen by turns. */
const mostOfOneSession = 20;

/** Answers a request with events from now on; a browser whose connection breaks comes back after three seconds. */
export const beginEvents = (reply: FastifyReply): FastifyReply['raw'] => {
  const headers = reply.getHeaders() as Record<string, string>;
  const { raw } = reply.hijack();
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  return raw;
};

export const eventText = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** The last word of a service that stops. */
export const stopping = eventText('stopping', {});

/** Everybody who listens. Nobody who does not read what was sent holds memory for long. */
export const createListeners = () => {
  const listeners = new Set<Listener>();

  const send = (listener: Listener, text: string): void => {
    if (listener.outlet.writableLength > mostWaiting) {
      listeners.delete(listener);
      listener.outlet.destroy();
    } else listener.outlet.write(text);
  };

  const remove = (listener: Listener, lastWord = ''): void => {
    if (!listeners.delete(listener)) return;
    if (lastWord !== '') listener.outlet.write(lastWord);
    listener.outlet.end();
  };

  return {
    count: (): number => listeners.size,
    sessions: (): string[] => [...new Set([...listeners].map(({ sessionId }) => sessionId))],
    add: (listener: Listener): void => {
      const [oldest, ...others] = [...listeners].filter(({ sessionId }) => sessionId === listener.sessionId);
      if (oldest !== undefined && others.length + 1 >= mostOfOneSession) remove(oldest);
      listeners.add(listener);
    },
    forget: (listener: Listener): void => {
      listeners.delete(listener);
    },
    tell: (textFor: (actor: Actor) => string): void => {
      for (const listener of listeners) send(listener, textFor(listener.actor));
    },
    /** Lets go of those whose session is not among the living. */
    keepOnly: (living: ReadonlySet<string>, lastWord: string): void => {
      for (const listener of listeners) if (!living.has(listener.sessionId)) remove(listener, lastWord);
    },
    endAll: (lastWord: string): void => {
      for (const listener of listeners) remove(listener, lastWord);
    },
  };
};
