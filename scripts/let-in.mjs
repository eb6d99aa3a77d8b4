// npm run let-in -- --email ada@example.gov: a link to set a new password, where nobody else can let somebody in.
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('let-in', process.argv.slice(2));
