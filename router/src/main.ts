// The router's process: the one door to the graph.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { readRouterConfig } from './config.js';
import { startRouter } from './router.js';

await runService('router', (scope) => startRouter(scope, readRouterConfig(process.env)));
