// The routers that are measured beside each other, each a process of its own on the same supergraph file.
import type { Target } from './ask-steadily.js';
import { launch } from './wire/launch.js';

export interface Variant extends Target {
  readonly name: string;
  stop(): void;
}

const ROUTER = '../../../router/dist/main.js';

export async function startStock(supergraphPath: string): Promise<Variant> {
  const child = launch('plain-stock.js', {
    isRouter: true,
    env: { SUPERGRAPH_PATH: supergraphPath, APOLLO_TELEMETRY_DISABLED: '1' },
  });
  const { url } = (await child.report()) as { url: string };
  return { name: 'stock', url: new URL('/', url).href, pid: child.pid, stop: () => child.stop() };
}

export async function startOurs(supergraphPath: string, sharing: 'off' | 'on'): Promise<Variant> {
  const child = launch(ROUTER, {
    isRouter: true,
    env: { SUPERGRAPH_PATH: supergraphPath, PORT: '0', LOG_LEVEL: 'WARNING', SHARE_IN_FLIGHT: sharing },
  });
  const { port } = (await child.report()) as { port: number };
  const url = `http://127.0.0.1:${port}/graphql`;
  return { name: `ours, sharing ${sharing}`, url, pid: child.pid, stop: () => child.stop() };
}
