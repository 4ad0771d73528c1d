// A supervisor to be killed: `<root> <dataDir>`. Prints what runs as one JSON line; SIGTERM stops all.

import { startWorld } from '../../../dist/supervisor/start-world.js';
import { subgraphNames } from '../../../dist/supervisor/subgraphs.js';

const [, , root, dataDir] = process.argv;
const world = await startWorld({ root, dataDir, ports: 'free', routers: 2, env: {} });
const names = ['postgres', 'mongo', 'redis', 'stripe', ...subgraphNames, 'router', 'router-2'];
const pids = Object.fromEntries(names.map((name) => [name, world.child(name).pid]));
console.log(JSON.stringify({ pids, urls: world.urls }));
process.once('SIGTERM', async () => {
  await world.stop();
  process.exit(0);
});
