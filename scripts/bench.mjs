// npm run bench [name]: builds, then runs one benchmark of proofs/load; without a name, lists them.
import { bootstrap } from './bootstrap.mjs';
import { build, node } from './run.mjs';

const benchmarks = {
  chat: '200 live sockets and a steady stream of messages: delays, losses, repetitions',
  live: 'thousands of sockets in one room, beside a bare broadcast: deliveries for each second of CPU time, memory',
  queries: 'the router beside a plain Apollo gateway: requests a second, CPU time, delays',
  router: 'the router alone beside a plain Apollo gateway, on simulated subgraphs, sharing off and on; --markdown',
};

const [, , name, ...options] = process.argv;
if (!name || !Object.hasOwn(benchmarks, name)) {
  for (const [each, what] of Object.entries(benchmarks)) console.log(`npm run bench ${each}   ${what}`);
  process.exit(name ? 1 : 0);
}
await bootstrap();
await build();
await node(`proofs/dist/load/${name}.js`, ...options);
