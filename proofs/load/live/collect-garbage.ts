// Loaded into a measured process before its program: collects all garbage when it is told SIGUSR2, and tells how
// much its heap holds then.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
process.on('SIGUSR2', () => {
  collect();
  collect();
  process.send?.({ heapUsed: process.memoryUsage().heapUsed });
});
