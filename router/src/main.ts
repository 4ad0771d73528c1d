#!/usr/bin/env node
// The router's process: the one door to the graph. SUPERGRAPH_PATH alone makes it the router of any supergraph.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { chooseConfig } from './config.js';
import { startRouter } from './router.js';

await runService('router', async (scope) => {
  let reload = async () => {};
  process.on('SIGHUP', () => void reload());
  const router = await startRouter(scope, chooseConfig(process.env));
  reload = router.reload;
  return router;
});
