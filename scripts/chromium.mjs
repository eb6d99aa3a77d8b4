// The browser that the journeys drive: one that is there, else Debian's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './prepare.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const installed = () => [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place));

const aptGet = (...args) =>
  spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0;

/** @returns the path of a Chromium, or null where there is none and none can be installed */
export const findChromium = () => {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('Installing Chromium for the journeys in the browser ...');
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  return installed() ?? null;
};
