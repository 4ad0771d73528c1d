#!/usr/bin/env node
// The router's process: the one door to the graph. SUPERGRAPH_PATH alone makes it the router of any supergraph.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { chooseConfig } from './config.js';
import { startRouter } from './router.js';

await runService('router', (scope) => startRouter(scope, chooseConfig(process.env)));
