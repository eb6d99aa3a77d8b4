import { spawn } from 'node:child_process';
import { program, root } from './programs.ts';

/** What `npm run verify` says of the records in a file, and the code that it ends with. */
export const verifyFile = (file: string): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, program('verify'), {
      cwd: root,
      env: { ...process.env, FBS_MODE: 'evaluation', FBS_DATABASE: file },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (data: Buffer): void => {
      said += data.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => resolve({ code, said }));
  });
