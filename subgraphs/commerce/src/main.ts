// The process: configuration, then the subgraph, until it is told to stop.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { readCommerceConfig } from './config.js';
import { startSubgraph } from './subgraph.js';

await runService('commerce', (scope) => startSubgraph(scope, readCommerceConfig(process.env)));
