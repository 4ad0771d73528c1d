#!/usr/bin/env node
// The router's process: the one door to the graph. SUPERGRAPH_PATH alone makes it the router of any supergraph.
import { setFlagsFromString } from 'node:v8';
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { chooseConfig } from './config.js';
import { startRouter } from './router.js';

// V8 learns of a list, from those that happened to be in use while it collected, that lists made there live long, and makes all
// of them where the old live: each then keeps alive what it held. Here everything lives as long as one request.
setFlagsFromString('--no-allocation-site-pretenuring');

await runService('router', async (scope) => {
  let reload = async () => {};
  process.on('SIGHUP', () => void reload());
  const router = await startRouter(scope, chooseConfig(process.env));
  reload = router.reload;
  return router;
});
