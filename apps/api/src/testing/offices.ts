import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '@fbs/contract';
import type { Instant, Mode, SessionSettings } from '@fbs/core';
import { type Database, makeTemplate, type Template } from '@fbs/db';
import type { ExportPool } from '@fbs/documents';
import type { FastifyServerOptions } from 'fastify';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { AccountSettings } from '../accounts/account-settings.ts';
import { createPasswordHasher } from '../accounts/password-hasher.ts';
import { buildApp } from '../app.ts';
import type { RequestLimits } from '../configuration.ts';
import type { Service } from '../context.ts';
import { createRecordThread, type RecordThread } from '../features/exports/record-thread.ts';
import { createImportThread, type ImportThread } from '../features/imports/import-thread.ts';
import { openFileStore } from '../file-store.ts';
import type { Mailer } from '../mail.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { measuredService } from '../running/measured-service.ts';
import type { Measures } from '../running/measures.ts';
import { tracedService } from '../running/traced-service.ts';
import type { Tracing } from '../running/tracing.ts';
import { openSingleSignOn } from '../single-sign-on/single-sign-on.ts';
import type { SingleSignOnSettings } from '../single-sign-on/single-sign-on-settings.ts';
import type { App } from '../typed-app.ts';
import { type Client, clientOf } from './client.ts';

/** Later than everything that the starting data records. */
export const startOfTests: Instant = '2026-01-15T15:00:00.000Z';

/** A clock that stands still until a test moves it. */
const clockFrom = (start: Instant) => {
  let now = start;
  return {
    now: (): Instant => now,
    set: (instant: Instant): void => {
      now = instant;
    },
    forward: ({ hours }: { readonly hours: number }): void => {
      now = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
    },
  };
};

export const noPapers: ExportPool = {
  make: () => Promise.reject(new Error('this test makes no papers')),
  makeYears: () => Promise.reject(new Error('this test makes no papers')),
  outline: () => Promise.reject(new Error('this test makes no papers')),
  trySeal: () => Promise.reject(new Error('this test makes no papers')),
  close: async () => {},
};

export const cookieOf = (header: string | undefined): string => String(header).split(';')[0] ?? '';

export type Office = {
  /** What the service logged as its own mistakes. */
  readonly bugs: string[];
  readonly app: App;
  readonly database: Database;
  readonly clock: ReturnType<typeof clockFrom>;
  /** Somebody who has not signed in. */
  readonly nobody: Client;
  signIn(persona: string): Promise<Client>;
  /** Another service over the same database, which knows nothing of what this one remembers. */
  neighbor(): Promise<Office>;
  /** Rows of the database as they lie there. */
  rows<T>(sql: string): Promise<T[]>;
  /** Changes the database behind the service's back: for what no endpoint sets yet. */
  change(sql: string): Promise<unknown>;
  /** The folder of kept files. */
  readonly filesFolder: string;
  close(): Promise<void>;
};

type Settings = {
  readonly records: RecordThread;
  readonly spreadsheets: ImportThread;
  readonly mode?: Mode;
  readonly exports?: ExportPool;
  readonly mailer?: Mailer;
  readonly logger?: FastifyServerOptions['logger'];
  readonly measures?: Measures;
  readonly tracing?: Tracing;
  readonly now?: Instant;
  readonly sessions?: SessionSettings;
  readonly accounts?: AccountSettings;
  readonly publicUrl?: string;
  readonly requestLimits?: RequestLimits;
  readonly singleSignOn?: SingleSignOnSettings;
};

const emptyFolder = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-files-'));

const officeOver = async (database: Database, settings: Settings): Promise<Office> => {
  const clock = clockFrom(settings.now ?? startOfTests);
  const neighbors: Office[] = [];
  const filesFolder = emptyFolder();
  const service: Service = {
    database,
    mode: settings.mode ?? 'evaluation',
    version: '0.0.0-test',
    clock: clock.now,
    exports: settings.exports ?? noPapers,
    records: settings.records,
    spreadsheets: settings.spreadsheets,
    mailer: settings.mailer ?? null,
    files: openFileStore(filesFolder),
    // the clock of a test leaps: only a test of just that lets a session end by leaving it alone
    sessions: settings.sessions ?? { idleMinutes: 14 * 60, hours: 12, most: 50, proofMinutes: 15 },
    accounts: settings.accounts ?? { local: true, invitationDays: 7, secondFactorRequired: false },
    // as little work as argon2 takes
    passwords: createPasswordHasher({ cost: { memoryCost: 8, timeCost: 1 } }),
    publicUrl: settings.publicUrl ?? null,
    singleSignOn: openSingleSignOn(settings.singleSignOn ?? null),
  };
  const bugs: string[] = [];
  const { measures, tracing } = settings;
  const measured = measures === undefined ? service : measuredService(service, measures);
  const app = await buildApp(tracing === undefined ? measured : tracedService(measured, tracing), {
    measures: measures ?? null,
    refusalsAfterMs: null,
    requestLimits: settings.requestLimits ?? { ofSession: 0, ofAddress: 0 },
    tracing: tracing ?? null,
    logger: settings.logger ?? { level: 'error', stream: { write: (line) => bugs.push(line) } },
  });
  return {
    bugs,
    app,
    database,
    filesFolder,
    clock,
    nobody: clientOf(app, null),
    signIn: async (persona) => {
      const reply = await clientOf(app, null).send(signIn, { body: { persona } });
      if (reply.status !== 200) throw new Error(`cannot sign in as ${persona}: ${reply.text}`);
      return clientOf(app, cookieOf(reply.headers['set-cookie']));
    },
    neighbor: async () => {
      const neighbor = await officeOver({ ...database, close: async () => {} }, { ...settings, now: clock.now() });
      neighbors.push(neighbor);
      return neighbor;
    },
    change: (sql) => database.write(async (queries) => queries.run(sql)),
    rows: <T>(sql: string) => database.read(async (queries) => queries.all<T>(sql)),
    close: async () => {
      for (const neighbor of neighbors) await neighbor.close();
      await app.close();
      await database.close();
      rmSync(filesFolder, { recursive: true, force: true });
      if (bugs.length > 0) throw new Error(`the service made a mistake: ${bugs.join('\n')}`);
    },
  };
};

type Start = {
  readonly mode?: Mode;
  /** What was done in every office before it opens. */
  readonly work?: (office: Office) => Promise<unknown>;
};

/**
 * To be called once in a test file: hands out offices, each with a filled database of its own,
 * and closes them after their test, which fails where the service logged a bug (a 500) meanwhile.
 */
export const useOffices = ({ mode = 'evaluation', work = async () => {} }: Start = {}) => {
  let template: Template;
  // their threads start with the first task, and serve every office of the file
  const [records, spreadsheets] = [createRecordThread(), createImportThread()];
  const open: Office[] = [];
  // what the work kept beside the database
  const files = emptyFolder();
  beforeAll(async () => {
    template = await makeTemplate(async (database) => {
      await prepareDatabase(database, mode);
      const office = await officeOver({ ...database, close: async () => {} }, { mode, records, spreadsheets });
      await work(office);
      cpSync(office.filesFolder, files, { recursive: true });
      await office.close();
    });
  });
  afterEach(async () => {
    for (const office of open.splice(0)) await office.close();
  });
  afterAll(async () => {
    await records.close();
    await spreadsheets.close();
    template.remove();
    rmSync(files, { recursive: true, force: true });
  });
  return async (settings: Omit<Settings, 'mode' | 'records' | 'spreadsheets'> = {}): Promise<Office> => {
    const office = await officeOver(await template.copy(), { ...settings, mode, records, spreadsheets });
    cpSync(files, office.filesFolder, { recursive: true });
    open.push(office);
    return office;
  };
};
