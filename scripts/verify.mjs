// npm run verify: works out every checksum of the records anew, and changes nothing.
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('verify');
