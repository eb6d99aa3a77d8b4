// Programs that the tests ask: those that are there, else Debian's.
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

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const aptInstall = (...packages) => {
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
};

/** @returns the path of a Chromium, or null where there is none and none can be installed */
export const findChromium = () => {
  const found = installed();
  if (found) return found;
  if (!mayInstall()) return null;
  say('Installing Chromium for the journeys in the browser ...');
  aptInstall('chromium', 'fonts-liberation');
  return installed() ?? null;
};

const readsPdf = () => spawnSync('pdfinfo', ['-v'], { stdio: 'ignore' }).status === 0;

/** Poppler reads the PDFs that Typst wrote. Without it those tests are skipped, by name. */
export const findPoppler = () => {
  if (readsPdf()) return;
  if (mayInstall()) {
    say('Installing Poppler, which reads the PDFs of the tests ...');
    aptInstall('poppler-utils');
  }
  if (!readsPdf()) say('Tests that read a PDF are skipped: install Poppler (Debian: apt-get install poppler-utils).');
};
