// A port for every process of a world, decided once: it is kept when the process is started again.
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isFree, nextFreePort } from '../postgres/free-port.js';
import { PREFERRED_PORTS } from './mosaic-services.js';

/** How long the children of a killed supervisor may take to go. */
const ABANDONED_LIMIT_MS = 5_000;

/** `abandoned`: ports of a supervisor that was killed. Its children are leaving them, so they are waited for. */
export async function choosePorts(
  names: readonly string[],
  how: 'preferred' | 'free',
  abandoned: readonly number[],
): Promise<ReadonlyMap<string, number>> {
  const limit = performance.now() + ABANDONED_LIMIT_MS;
  for (const port of abandoned) {
    while (!(await isFree(port)) && performance.now() < limit) await sleep(50);
  }
  const chosen = new Map<string, number>();
  for (const name of names) {
    const taken = new Set(chosen.values());
    chosen.set(name, how === 'preferred' ? await preferredPort(name, taken) : await unusedPort(taken));
  }
  return chosen;
}

/** The next free port never takes another process's preferred one: a busy 4000 must not move `users` too. */
function preferredPort(name: string, taken: ReadonlySet<number>): Promise<number> {
  const preferred: Record<string, number> = PREFERRED_PORTS;
  const others = Object.keys(preferred).filter((other) => other !== name);
  return nextFreePort(
    preferred[name] ?? PREFERRED_PORTS.router,
    new Set([...taken, ...others.map((other) => preferred[other]!)]),
  );
}

async function unusedPort(taken: ReadonlySet<number>): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (!taken.has(port)) return port;
  }
}
