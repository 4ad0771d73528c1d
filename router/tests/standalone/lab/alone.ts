// The standalone router before the chat, for one test file: `const alone = useAlone()`.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { afterAll, beforeAll } from 'vitest';
import { readStandaloneConfig } from '../../../src/config.js';
import { type RunningRouter, startRouter } from '../../../src/router.js';
import { type Chat, startChat } from './chat.js';

export interface Alone {
  readonly chat: Chat;
  readonly router: RunningRouter;
  readonly url: string;
  readonly folder: string;
  /** The supergraph file. */
  readonly path: string;
  /** Lines the router logged, parsed. */
  readonly lines: Record<string, unknown>[];
  /** Writes another supergraph beside the file and renames it over it, as deployments do. */
  replace(supergraphSdl: string): Promise<void>;
  /** Another router of the same file. */
  start(settings: Record<string, string>): Promise<RunningRouter & { stop(): Promise<void> }>;
}

export function useAlone(settings: Record<string, string> = {}): Alone {
  const scope = new Scope();
  const alone = { lines: [] } as unknown as { -readonly [K in keyof Alone]: Alone[K] };
  beforeAll(async () => {
    alone.folder = await mkdtemp(join(tmpdir(), 'standalone-'));
    scope.defer(() => rm(alone.folder, { recursive: true }));
    alone.chat = await startChat(scope);
    alone.path = join(alone.folder, 'supergraph.graphql');
    await writeFile(alone.path, alone.chat.supergraph());
    alone.replace = async (supergraphSdl) => {
      await writeFile(`${alone.path}.next`, supergraphSdl);
      await rename(`${alone.path}.next`, alone.path);
    };
    const log = createLogger('router', 'DEBUG', { write: (line) => void alone.lines.push(JSON.parse(line)) });
    alone.start = async (more) => {
      const own = scope.own(new Scope(), (inner) => inner.close());
      const config = readStandaloneConfig({ SUPERGRAPH_PATH: alone.path, PORT: '0', DRAIN_SPREAD_MS: '1', ...more });
      return { ...(await startRouter(own, config, log)), stop: () => own.close() };
    };
    alone.router = await alone.start(settings);
    alone.url = alone.router.url;
  });
  afterAll(() => scope.close());
  return alone;
}

/** The lines of the log that say this. */
export const linesOf = ({ lines }: Alone, msg: string) => lines.filter((line) => line['msg'] === msg);
