// npm run check: everything but the browser.
import { install, requireNode, requireWritableFolder } from './prepare.mjs';
import { checkAdvisories, checkOrder, checkTypes, close, runVitest } from './suites.mjs';

requireNode();
requireWritableFolder();
await install();
checkTypes();
checkOrder();
checkAdvisories();
runVitest();
close();
