// From a reader to a connection: every list of this subgraph is paged the same way, with cursors only its viewer can use.
import type { CursorKey, CursorSeal } from '@mosaic/kernel/paging/cursor';
import { type Connection, connectionOf, type Page, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import type { Asker } from '../data/asker.js';

/** `list` names the list among all lists of this subgraph. Throws RefusedError BAD_INPUT and BAD_CURSOR. */
export async function connect<T>(
  seal: CursorSeal,
  asker: Asker,
  list: string,
  args: PageArguments,
  keyOf: (row: T) => CursorKey,
  read: (page: Page) => Promise<readonly T[]>,
): Promise<Connection<T>> {
  const page = readPage(seal, `${list}:${asker.id}`, args);
  return connectionOf(seal, page, await read(page), keyOf);
}
