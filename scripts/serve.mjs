// npm run serve: production mode, the public record alone.
import { prepareAndServe } from './prepare.mjs';

await prepareAndServe('production');
