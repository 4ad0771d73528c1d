// All readers, opened once. Each answers only what the asker may see.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { readCounts } from './read-counts.js';
import { readOfferings } from './read-offerings.js';

export type Fork = () => EntityManager;
export type Readers = ReturnType<typeof readersOf>;

export const readersOf = (fork: Fork, _seal: CursorSeal) => ({
  counts: readCounts(fork),
  offerings: readOfferings(fork),
});
