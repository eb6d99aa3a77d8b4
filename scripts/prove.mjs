// npm run prove: what the product withstands, at full counts. `npm test` runs the same with small ones.
import { build, install, requireNode, requireWritableFolder } from './prepare.mjs';

requireNode();
requireWritableFolder();
await install();
await build();
const { close, runProofs } = await import('./suites.mjs');
runProofs();
close();
