import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { program, root } from './programs.ts';

export type RunningServer = {
  readonly address: string;
  readonly pid: number;
  /** What it has said so far, on both of its outputs. */
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  /** What it ended with; null: it has not, or was killed. */
  readonly exitCode: () => number | null;
  /** Ends this process and no other, and waits until it is gone. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
};

export type ServerStart = {
  readonly file: string;
  /** Further variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A module that changes the surroundings first, as its text. */
  readonly before?: string;
  /** A command of the shell that changes the limits of the process first. */
  readonly limits?: string;
  /** Another account than one's own; as root alone. */
  readonly account?: number;
};

const argumentsOf = (before: string | undefined): string[] => [
  ...(before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`]),
  ...program('server'),
];

const spawned = ({ file, environment = {}, before, limits, account }: ServerStart): ChildProcess => {
  const options: SpawnOptions = {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', FBS_MODE: 'evaluation', FBS_DATABASE: file, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(account === undefined ? {} : { uid: account, gid: account }),
  };
  const args = argumentsOf(before);
  if (limits === undefined) return spawn(process.execPath, args, options);
  // exec: the process that is ended is the server itself, and not a shell around it
  return spawn('/bin/sh', ['-c', `${limits}; exec "$0" "$@"`, process.execPath, ...args], options);
};

/** Starts the service as a process of its own on a free port of this machine. Rejects with what it said where it ends. */
export const startServer = (start: ServerStart): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const child = spawned(start);
    let said = '';
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    const listen = (data: Buffer): void => {
      said += data.toString();
      const address = /answers at (http:\/\/\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      resolve({
        address,
        pid: child.pid ?? 0,
        said: () => said,
        exitCode: () => child.exitCode,
        hasEnded: () => child.exitCode !== null || child.signalCode !== null,
        end: async (signal) => {
          child.kill(signal);
          await ended;
        },
      });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', () => reject(new Error(said.trim())));
  });

/** Why a service does not start: what it says before it ends. */
export const refusalToStart = (start: ServerStart): Promise<string> =>
  startServer(start).then(
    async (server) => {
      await server.end('SIGKILL');
      return `it started: ${server.said()}`;
    },
    (error: unknown) => (error as Error).message,
  );

/** The most memory that a process ever had, in megabytes; 0 where the system does not say. */
export const mostMemoryOf = ({ pid }: RunningServer): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Milliseconds that a process has computed for, to the hundredth of a second; 0 where the system does not say. */
export const cpuOf = ({ pid }: RunningServer): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
};
