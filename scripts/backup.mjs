// npm run backup: one archive of the database and its files, while the service may go on.
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('back-up', process.argv.slice(2));
