import { spawn } from 'node:child_process';
import { dirname, extname, join } from 'node:path';
import { Cron } from 'croner';
import type { BackupSettings } from './configuration.ts';

type Daily = { stop(): void };

/** Copying a large database would hold up every request, so a process of its own does it, as `npm run backup` does. */
const backUp = (): Promise<void> =>
  new Promise((done, fail) => {
    const server = process.argv[1] ?? '';
    const program = join(dirname(server), `back-up${extname(server)}`);
    const child = spawn(process.execPath, [...process.execArgv, program], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code !== 0) fail(new Error(`The backup was not made: ${said.trim()}`));
      else if (said !== '') fail(new Error(`The backup was made. ${said.trim()}`));
      else done();
    });
  });

/** Backs up every day at the set time; the program itself reads where to, and how many stay. */
export const backUpDaily = ({ at }: BackupSettings, onError: (error: unknown) => void): Daily => {
  const [hour, minute] = at.split(':').map(Number);
  const job = new Cron(`${minute} ${hour} * * *`, { timezone: 'UTC', protect: true, catch: onError }, backUp);
  return { stop: () => job.stop() };
};
