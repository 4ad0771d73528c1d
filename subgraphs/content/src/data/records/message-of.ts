// A message as the domain knows it, out of the log entry that holds it.
import { Message } from '../../domain/message.js';
import type { RoomEventRecord } from './room-records.js';

/** Only for entries of kind MESSAGE. */
export const messageOf = ({ _id, roomId, seq, at, authorId, clientMessageId, body }: RoomEventRecord): Message =>
  Object.assign(new Message(), { id: _id, roomId, seq, authorId, clientMessageId, body, sentAt: at });
