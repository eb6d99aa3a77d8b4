// npm run export: a review, or the whole strategy, as a file.
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('export', process.argv.slice(2));
