// From a loader of pages to a connection: a list that hangs on an event or other owner, with cursors only its viewer can use.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import { type Connection, connectionOf, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import type { Asked } from '../data/event-loaders.js';
import type { Loaders } from '../data/loaders.js';
import type { BookingContext } from './context.js';

type Lists = 'participants' | 'expenses' | 'invitations';
type RowOf<L extends Lists> = Loaders[L] extends { load(asked: Asked): Promise<(infer R)[]> } ? R : never;

/** Throws RefusedError BAD_INPUT and BAD_CURSOR. */
export async function connectOf<L extends Lists>(
  { call, load, rooms: { seal } }: BookingContext,
  list: L,
  ownerId: string,
  args: PageArguments,
  keyOf: (row: RowOf<L>) => CursorKey,
): Promise<Connection<RowOf<L>>> {
  const page = readPage(seal, `${list} ${ownerId}:${viewerOf(call).id}`, args);
  const rows = (await load[list].load({ ownerId, page })) as RowOf<L>[];
  return connectionOf(seal, page, rows, keyOf);
}
