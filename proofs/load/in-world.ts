// A world of its own for one benchmark, on free ports and in a folder that goes with it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorld, type World } from '@mosaic/embedded/supervisor/start-world';

// This file runs as proofs/dist/load/in-world.js.
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Everybody of a benchmark comes from one address; bcrypt is at its lowest cost, because no benchmark is about it. */
const FOR_LOAD = { PASSWORD_COST: '4', LOG_LEVEL: 'WARNING', SOCKETS_PER_ADDRESS: '1000' };

/** Runs `work` while the system does; stops it whatever happens. Throws what `work` throws. */
export async function inWorld(routers: number, work: (world: World) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mosaic-load-'));
  try {
    const world = await startWorld({
      root,
      dataDir,
      ports: 'free',
      routers,
      env: { ...process.env, ...FOR_LOAD } as Record<string, string>,
      log: (line) => console.error(line),
    });
    try {
      await work(world);
    } finally {
      await world.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
