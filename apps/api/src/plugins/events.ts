import * as contract from '@fbs/contract';
import { changeRepository, serviceRepository } from '@fbs/db';
import type { Service } from '../context.ts';
import type { SeenSessions } from '../sessions/seen-sessions.ts';
import type { App } from '../typed-app.ts';
import { beginEvents, createListeners, eventText, stopping } from './event-listeners.ts';
import { isNews, newsFor } from './news.ts';
import { contextFor, signedInOf } from './sign-in-sessions.ts';

/** How often it is looked whether anything was committed, by this process or another: a question of a microsecond. */
const lookEveryMs = 200;
const hereEveryMs = 15_000;
const mostChanges = 200;

const ended = eventText('ended', {});

type Listeners = ReturnType<typeof createListeners>;

/** Reads the audit trail on from where it was read last, and tells it. */
const teller = (service: Service, listeners: Listeners, seen: SeenSessions) => {
  let state: number | undefined;
  let after = 0;

  const endDeadSessions = async (): Promise<void> => {
    const sessions = listeners.sessions();
    if (sessions.length > 0) listeners.keepOnly(await seen.living(sessions), ended);
  };

  const readOn = () =>
    service.database.read(async (queries) => ({
      dataVersion: (await serviceRepository.readDataVersions(queries)).data,
      last: await changeRepository.lastChange(queries),
      ...(await changeRepository.listChanges(queries, after, mostChanges)),
    }));

  /** Tells what was committed since the last look; the first look only learns where the trail ends. */
  const look = async (): Promise<void> => {
    const now = service.database.changes();
    if (now === state) return;
    const isFirst = state === undefined || listeners.count() === 0;
    state = now;
    if (isFirst) {
      after = await service.database.read(changeRepository.lastChange);
      return;
    }
    const { dataVersion, last, changes, total } = await readOn();
    after = last;
    const rows = changes.filter(isNews);
    if (rows.length < changes.length) await endDeadSessions();
    const more = total - changes.length;
    if (rows.length > 0) {
      listeners.tell(({ id }) => eventText('changed', newsFor({ dataVersion, rows, more }, id)));
    }
  };
  return { look, endDeadSessions };
};

/** One after the other, and a failure only in the log: the next look comes by itself. */
const oneAtATime = (app: App) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work).catch((error: unknown) => app.log.error(error));
    last = done;
    return done;
  };
};

/** Looks at once, for writes that are through only after their answer has left. */
export type TellChanged = () => Promise<void>;

/** Server-sent events: tells every open screen what changed; how it is now, the screen asks for itself. */
export const sendEvents = (app: App, service: Service, seen: SeenSessions): TellChanged => {
  const listeners = createListeners();
  const { look, endDeadSessions } = teller(service, listeners, seen);
  const inTurn = oneAtATime(app);
  app.route({
    ...contract.readEvents,
    handler: async (request, reply) => {
      const { actor } = contextFor(service, request);
      const sessionId = signedInOf(request)?.sessionId ?? '';
      // what came before belongs to those who listen already
      await inTurn(look);
      const { data: dataVersion } = await service.database.read(serviceRepository.readDataVersions);
      const outlet = beginEvents(reply);
      const listener = { outlet, sessionId, actor };
      outlet.on('close', () => listeners.forget(listener));
      outlet.write(eventText('hello', { dataVersion }));
      listeners.add(listener);
    },
  });
  const watch = setInterval(() => {
    if (listeners.count() > 0) void inTurn(look);
  }, lookEveryMs);
  const heartbeat = setInterval(() => {
    listeners.tell(() => eventText('here', {}));
    void inTurn(endDeadSessions);
  }, hereEveryMs);
  for (const timer of [watch, heartbeat]) timer.unref();
  app.addHook('preClose', async () => {
    for (const timer of [watch, heartbeat]) clearInterval(timer);
    listeners.endAll(stopping);
    await inTurn(async () => {});
  });
  return () => inTurn(look);
};
