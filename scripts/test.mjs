// npm test: installs what it needs and runs everything. The last line sums all runners.
import { findChromium } from './chromium.mjs';
import { build, install, requireNode, requireWritableFolder } from './prepare.mjs';

requireNode();
requireWritableFolder();
await install();
await build();
const { checkOrder, checkTypes, close, runJourneys, runVitest, skipJourneys } = await import('./suites.mjs');
checkTypes();
checkOrder();
runVitest();
const chromium = findChromium();
if (chromium === null)
  skipJourneys('install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of one');
else runJourneys(chromium);
close();
