// The process: configuration, then the subgraph, until it is told to stop.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { readMediaConfig } from './config.js';
import { startSubgraph } from './subgraph.js';

await runService('media', (scope) => startSubgraph(scope, readMediaConfig(process.env)));
