// The process: configuration, then the subgraph, until it is told to stop.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { readContentConfig } from './config.js';
import { startSubgraph } from './subgraph.js';

await runService('content', (scope) => startSubgraph(scope, readContentConfig(process.env)));
