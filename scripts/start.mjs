// npm start: everything that a fresh machine needs, then evaluation mode on this machine alone.
import { prepareAndServe } from './prepare.mjs';

await prepareAndServe('evaluation');
