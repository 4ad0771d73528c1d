// What a process holds on to, and whether that is more than it was.

export interface Holdings {
  /** In use after all garbage was collected. */
  readonly heapBytes: number;
  /** What keeps its event loop alive (process.getActiveResourcesInfo), counted by kind: sockets, timers, servers. */
  readonly resources: Readonly<Record<string, number>>;
}

/** The share by which anything may have grown. */
const TOLERANCE = 0.05;

/** One sentence for each thing of which there is more than `TOLERANCE` more than before; less is never a leak. */
export function grown(before: Holdings, after: Holdings): string[] {
  const kinds = Object.keys(after.resources).map((kind) => ({
    what: kind,
    was: before.resources[kind] ?? 0,
    is: after.resources[kind] ?? 0,
  }));
  return [{ what: 'bytes of heap', was: before.heapBytes, is: after.heapBytes }, ...kinds]
    .filter(({ was, is }) => is > was * (1 + TOLERANCE))
    .map(({ what, was, is }) => `${what}: ${was} before, ${is} after`);
}
