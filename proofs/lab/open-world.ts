// The whole system in real processes, on embedded stores in a folder of its own, gone when the proof is over.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorld, type World } from '@mosaic/embedded/supervisor/start-world';
import { afterAll, beforeAll } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Registers the start and stop with vitest; the world may be used inside tests only. */
export function openWorld(options: { routers?: number; env?: Record<string, string> } = {}): { current: World } {
  const holder = {} as { current: World };
  let dataDir: string | undefined;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mosaic-proof-'));
    // bcrypt at its lowest cost: these proofs are about what happens after signing in.
    const env = { PASSWORD_COST: '4', LOG_LEVEL: 'WARNING', ...options.env };
    holder.current = await startWorld({ root, dataDir, ports: 'free', routers: options.routers ?? 1, env });
  }, 60_000);
  afterAll(async () => {
    await holder.current?.stop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  }, 30_000);
  return holder;
}
