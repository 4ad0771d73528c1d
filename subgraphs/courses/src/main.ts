// The process: configuration, then the subgraph, until it is told to stop.
import { runService } from '@mosaic/kernel/lifecycle/run-service';
import { readCoursesConfig } from './config.js';
import { startSubgraph } from './subgraph.js';

await runService('courses', (scope) => startSubgraph(scope, readCoursesConfig(process.env)));
