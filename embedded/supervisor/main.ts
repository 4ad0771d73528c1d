// The supervisor in a terminal (`npm start`): starts the world, fills the demo world the first time, prints where everything is,
// and stays until Ctrl-C or SIGTERM. SMOKE=1 stops right after printing.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillDemo } from './fill-demo.js';
import { printWelcome } from './print-welcome.js';
import { startWorld, type World } from './start-world.js';

// This file runs as embedded/dist/supervisor/main.js.
const root = fileURLToPath(new URL('../../../', import.meta.url));
const dataDir = resolve(root, process.env['MOSAIC_DATA'] || '.data');

let world: World | undefined;
let isLeaving = false;
const leaving = new AbortController();

async function leave(): Promise<void> {
  // A second Ctrl-C does not wait: the children see our end and stop by themselves.
  if (isLeaving) process.exit(130);
  isLeaving = true;
  console.error('Stopping...');
  leaving.abort();
  if (!world) return;
  await world.stop();
  process.exit(0);
}

process.on('SIGINT', leave);
process.on('SIGTERM', leave);
process.on('SIGHUP', leave);
// Nobody reads any more (`npm start | head`).
process.stdout.on('error', leave);
// npm may be killed without a signal for us; who started us by another way may leave us behind on purpose.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'] === 'start')
  setInterval(() => process.ppid !== parent && !isLeaving && leave(), 500).unref();

try {
  world = await startWorld({ root, dataDir, log: (line) => console.error(line) });
  // A Ctrl-C during the start is obeyed as soon as there is something to stop.
  if (!leaving.signal.aborted) {
    const demo = join(root, 'proofs/dist/demo/main.js');
    if (existsSync(demo)) await fillDemo(demo, dataDir, world.demoEnvironment(), leaving.signal);
  }
  if (!leaving.signal.aborted) printWelcome(world, dataDir);
  if (leaving.signal.aborted || process.env['SMOKE'] === '1') {
    await world.stop();
    process.exit(0);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
