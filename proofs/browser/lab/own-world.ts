// A world of a proof's own, for what would disturb the others: killing processes, missing subgraphs. It is empty, and
// starts in some seconds; people come to it with `newcomer(name, { baseURL: world.origin })`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type World, type WorldOptions } from '@mosaic/embedded/supervisor/start-world';
import { root } from './start-world';

export interface OwnWorld extends World {
  readonly origin: string;
  readonly dataDir: string;
}

/** Call `stop()` when the proof is over; it removes the data, too. */
export async function openOwnWorld(
  options: Pick<WorldOptions, 'subgraphs' | 'routers' | 'env'> = {},
): Promise<OwnWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mosaic-browser-'));
  const world = await startWorld({ root, dataDir, ports: 'free', ...options });
  return {
    ...world,
    origin: new URL(world.urls.router[0] ?? '').origin,
    dataDir,
    async stop() {
      await world.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
