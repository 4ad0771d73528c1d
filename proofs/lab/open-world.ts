// The whole system in real processes, on embedded stores in a folder of its own, gone when the proof is over.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorld, type World, type WorldOptions } from '@mosaic/embedded/supervisor/start-world';
import { afterAll, beforeAll } from 'vitest';

/** Planning the app's two hundred operations would cost each proof three seconds. */
const NOT_AHEAD = fileURLToPath(new URL('no-operations.json', import.meta.url));
const LINES_SHOWN = 60;
const CHARACTERS_SHOWN = 20_000;
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface OpenWorld {
  /** May be used inside tests only. */
  current: World;
  /** Where the world's data and `logs/<name>.log` lie. */
  dataDir: string;
  /** What a person at the terminal would see: warnings, errors, and with which code a process ended. */
  readonly notices: string[];
}

/** Registers the start and stop with vitest. */
export function openWorld(options: Pick<WorldOptions, 'routers' | 'env' | 'subgraphs'> = {}): OpenWorld {
  const opened = { notices: [] as string[] } as OpenWorld;
  beforeAll(async () => {
    opened.dataDir = await mkdtemp(join(tmpdir(), 'mosaic-proof-'));
    // bcrypt at its lowest cost: these proofs are about what happens after signing in.
    const env = { PASSWORD_COST: '4', LOG_LEVEL: 'WARNING', OPERATIONS: NOT_AHEAD, ...options.env };
    const log = (line: string) => void opened.notices.push(line);
    const { dataDir } = opened;
    opened.current = await startWorld({ ...options, root, dataDir, ports: 'free', env, log });
  }, 60_000);
  afterAll(async () => {
    await opened.current?.stop();
    // Shown for a file that failed; what a test killed on purpose is in here, too.
    if (opened.notices.length > 0) console.info(opened.notices.slice(-LINES_SHOWN).join('\n').slice(-CHARACTERS_SHOWN));
    if (opened.dataDir) await rm(opened.dataDir, { recursive: true, force: true });
  }, 30_000);
  return opened;
}
