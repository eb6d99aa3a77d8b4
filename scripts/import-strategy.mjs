// npm run import-strategy: a whole strategy from its JSON file into a database that does not hold it yet.
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('import-strategy', process.argv.slice(2));
