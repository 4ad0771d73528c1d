// npm run router: builds what has changed of the router, then becomes the router of the supergraph in SUPERGRAPH_PATH.
import { bootstrap } from './bootstrap.mjs';
import { node } from './run.mjs';

await bootstrap();
await node('node_modules/typescript/bin/tsc', '-b', 'router');
await import('../router/dist/main.js');
