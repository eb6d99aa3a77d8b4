// npm start: everything that a fresh machine needs, then evaluation mode on this machine alone.
import { build, install, requireFreePort, requireNode, requireWritableFolder, serve } from './prepare.mjs';

requireNode();
requireWritableFolder();
await requireFreePort(process.env.PORT || '4000', process.env.HOST || '127.0.0.1');
await install();
await build();
serve('evaluation');
