// A page of messages with an anchor in its middle; its cursors go on in both directions.
import { type Connection, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { messageKey } from '../data/readers/read-messages.js';
import type { Message } from '../domain/message.js';
import { refuse } from '../domain/refusals.js';
import type { Room } from '../domain/room.js';
import { windowAround } from '../domain/window-around.js';
import { askerOf, type ContentContext } from './context.js';

/** Throws RefusedError: BAD_INPUT unless `first` alone says how many, NOT_FOUND for an anchor of another room. */
export async function pageAround(
  context: ContentContext,
  room: Room,
  list: string,
  args: PageArguments,
  anchorId: string,
): Promise<Connection<Message>> {
  const asker = askerOf(context);
  const { read, seal } = context.rooms;
  const { size, direction, after, before, scope } = readPage(seal, `${list}:${asker.id}`, args);
  if (direction === 'backward' || after || before)
    throw new RefusedError(refuse('BAD_INPUT', { reason: '`around` goes with `first` alone' }));
  const anchor = await context.load.message.load(anchorId);
  if (anchor?.roomId !== room.id) throw new RefusedError(refuse('NOT_FOUND'));
  const { older, newer } = await read.messagesAround(asker, room, anchor, size + 1);
  const { rows, hasPrevious, hasNext } = windowAround(older, newer, size);
  const edges = rows.map((node) => ({ node, cursor: seal.seal(scope, messageKey(node)) }));
  return {
    edges,
    pageInfo: {
      hasPreviousPage: hasPrevious,
      hasNextPage: hasNext,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
