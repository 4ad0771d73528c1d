// The routers that are measured beside each other, each a process of its own on the same supergraph file.
import type { Target } from './ask-steadily.js';
import { launch } from './wire/launch.js';

export interface Variant extends Target {
  readonly name: string;
  stop(): void;
}

const ROUTER = '../../../router/dist/main.js';
/** What router/README.md gives ours where throughput counts for more than 100 MB. */
export const ROOMY = ['--max-semi-space-size=64', '--min-semi-space-size=64'];

/** As one gets it; or with V8's flags of ours, which are no secret. */
export async function startStock(supergraphPath: string, flags: readonly string[] = []): Promise<Variant> {
  const child = launch('plain-stock.js', {
    isRouter: true,
    flags,
    env: { SUPERGRAPH_PATH: supergraphPath, APOLLO_TELEMETRY_DISABLED: '1' },
  });
  const { url } = (await child.report()) as { url: string };
  const name = flags.length === 0 ? 'stock' : 'stock, with our flags';
  return { name, url: new URL('/', url).href, pid: child.pid, stop: () => child.stop() };
}

export async function startOurs(supergraphPath: string, sharing: 'off' | 'on'): Promise<Variant> {
  const child = launch(ROUTER, {
    isRouter: true,
    flags: ROOMY,
    env: { SUPERGRAPH_PATH: supergraphPath, PORT: '0', LOG_LEVEL: 'WARNING', SHARE_IN_FLIGHT: sharing },
  });
  const { port } = (await child.report()) as { port: number };
  const url = `http://127.0.0.1:${port}/graphql`;
  return { name: `ours, sharing ${sharing}`, url, pid: child.pid, stop: () => child.stop() };
}
