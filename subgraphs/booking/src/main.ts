// The process: configuration, then the subgraph, until it is told to stop.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { readBookingConfig } from './config.js';
import { startSubgraph } from './subgraph.js';

await runService('booking', (scope) => startSubgraph(scope, readBookingConfig(process.env)));
