// npm run restore: puts a backup in the place of the database, and keeps what was there.
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('restore', process.argv.slice(2));
