#!/usr/bin/env node
// The router's process: the one door to the graph. SUPERGRAPH_PATH alone makes it the router of any supergraph.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { chooseConfig } from './config.js';
import { startRouter } from './router.js';

await runService('router', async (scope) => {
  const router = await startRouter(scope, chooseConfig(process.env));
  process.on('SIGHUP', () => void router.reload());
  return router;
});
