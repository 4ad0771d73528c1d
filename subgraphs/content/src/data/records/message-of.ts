// A message as the domain knows it, out of the log entry that holds it.
import { Message } from '../../domain/message.js';
import type { RoomEventRecord } from './room-records.js';

/** Only for entries of kind MESSAGE. */
export const messageOf = ({ _id, at, parentId, mediaIds, ...said }: RoomEventRecord): Message =>
  Object.assign(new Message(), {
    id: _id,
    roomId: said.roomId,
    seq: said.seq,
    authorId: said.authorId,
    clientMessageId: said.clientMessageId,
    body: said.body,
    parentId: parentId ?? null,
    mediaIds: mediaIds ?? [],
    sentAt: at,
  });
