import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { RunState } from './run-state.ts';

type Stopping = {
  readonly app: FastifyInstance;
  readonly state: RunState;
  /** Milliseconds that running work gets. */
  readonly withinMs: number;
  /** Ends what runs behind the requests, and lets nothing more begin. */
  readonly finish: () => Promise<unknown>;
  /** Stops the same at once; what it wrote is taken back by the database. */
  readonly cutOff: () => Promise<unknown>;
};

const letGoEveryMs = 50;
/** What even the cutting off may take before the process ends as it is. */
const lastResortMs = 5000;

/** Browsers open connections ahead of need. One that has never sent anything counts as neither idle nor busy to Node. */
const unusedConnections = (server: Server) => {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return {
    close: (): void => {
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    },
  };
};

/**
 * @returns what takes nothing more, ends what runs, and closes; what takes longer than it may is cut off.
 * Nothing acknowledged is lost either way: it was on the disk before its answer left.
 */
export const serviceStopper = ({ app, state, withinMs, finish, cutOff }: Stopping): (() => Promise<void>) => {
  const unused = unusedConnections(app.server);
  const letGo = (): void => {
    // a connection that has had its answer would otherwise be held open for the next request
    app.server.closeIdleConnections();
    unused.close();
  };
  const hurry = (): void => {
    app.log.warn({ withinMs }, 'stopping took too long: what still ran was cut off');
    app.server.closeAllConnections();
    void cutOff();
    setTimeout(() => process.exit(1), lastResortMs).unref();
  };
  return async () => {
    state.beginStopping();
    app.log.info({ withinMs }, 'stopping: what runs is finished first');
    void finish();
    const lettingGo = setInterval(letGo, letGoEveryMs);
    const late = setTimeout(hurry, withinMs);
    await app.close();
    clearInterval(lettingGo);
    clearTimeout(late);
  };
};

/** Once, however often it is asked: a terminal sends its signal to the starter and to the server. */
export const stopOnSignals = (stop: () => Promise<void>): void => {
  let isAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isAsked) return;
      isAsked = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
};
