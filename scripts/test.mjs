// npm test: installs what it needs and runs everything. The last line sums all runners.
import { build, install, requireNode, requireWritableFolder } from './prepare.mjs';
import { findChromium, findPoppler } from './test-programs.mjs';

requireNode();
requireWritableFolder();
await install();
await build();
const { checkAdvisories, checkOrder, checkTypes, close, runJourneys, runVitest, skipJourneys } = await import(
  './suites.mjs'
);
checkTypes();
checkOrder();
checkAdvisories();
findPoppler();
runVitest();
const chromium = findChromium();
if (chromium === null)
  skipJourneys('install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of one');
else runJourneys(chromium);
close();
