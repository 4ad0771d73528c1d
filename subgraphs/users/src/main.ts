// The process: configuration, then the subgraph, until it is told to stop.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { readUsersConfig } from './config.js';
import { startSubgraph } from './subgraph.js';

await runService('users', (scope) => startSubgraph(scope, readUsersConfig(process.env)));
