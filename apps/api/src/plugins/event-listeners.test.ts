import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../context.ts';
import { createListeners, eventText, type Listener } from './event-listeners.ts';

const actor: Actor = { id: 'planner', name: 'Planner', roles: ['planner'], section: null };

/** A connection that either reads what it is sent, or never does. */
const connection = (sessionId: string, reads: boolean) => {
  const heard: string[] = [];
  const outlet = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      heard.push(chunk.toString());
      if (reads) done();
    },
  });
  return { listener: { outlet, sessionId, actor } satisfies Listener, outlet, heard };
};

describe('listeners', () => {
  it('drop whoever never reads before much has piled up, and go on telling the others', () => {
    const listeners = createListeners();
    const [deaf, keen] = [connection('a', false), connection('b', true)];
    listeners.add(deaf.listener);
    listeners.add(keen.listener);
    const text = eventText('changed', 'x'.repeat(10_000));
    let most = 0;
    for (let sent = 0; sent < 1000; sent += 1) {
      listeners.tell(() => text);
      most = Math.max(most, deaf.outlet.writableLength);
    }
    expect(most).toBeLessThan(300_000);
    expect([deaf.outlet.destroyed, keen.heard.length]).toEqual([true, 1000]);
    expect(listeners.sessions()).toEqual(['b']);
  });

  it('are not more than twenty of one session: the oldest makes room and comes back', () => {
    const listeners = createListeners();
    const all = Array.from({ length: 25 }, () => connection('a', true));
    for (const { listener } of all) listeners.add(listener);
    listeners.add(connection('b', true).listener);
    expect(listeners.count()).toBe(21);
    expect(all.filter(({ outlet }) => outlet.writableEnded)).toHaveLength(5);
    expect(all[0]?.outlet.writableEnded).toBe(true);
  });

  it('hear a last word when their session is over', () => {
    const listeners = createListeners();
    const [gone, stays] = [connection('a', true), connection('b', true)];
    for (const { listener } of [gone, stays]) listeners.add(listener);
    listeners.keepOnly(new Set(['b']), eventText('ended', {}));
    expect(gone.heard).toEqual(['event: ended\ndata: {}\n\n']);
    expect([gone.outlet.writableEnded, stays.outlet.writableEnded]).toEqual([true, false]);
  });
});
