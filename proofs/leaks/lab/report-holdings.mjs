// Loaded into a process before its program (node --expose-gc --import): tells its parent, whenever asked, what the process
// still holds once all garbage is gone.
import { setImmediate as turn } from 'node:timers/promises';

/** Finalizers run between collections, and what they let go of falls to the next one. */
const COLLECTIONS = 4;

process.on('message', async (message) => {
  if (message !== 'holdings') return;
  for (let done = 0; done < COLLECTIONS; done += 1) {
    globalThis.gc();
    await turn();
  }
  const resources = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  process.send({ holdings: { heapBytes: process.memoryUsage().heapUsed, resources } });
});
