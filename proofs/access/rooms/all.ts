// The rooms, in the order in which their records are made.
import type { AccessRoom } from '../room.js';
import { content } from './content.js';
import { users } from './users.js';

export const rooms: readonly AccessRoom[] = [users, content];

/** One table of what each room says under this name. */
export const tableOf = <K extends 'nested' | 'byId' | 'queries' | 'inputs' | 'streams'>(
  name: K,
): Record<string, AccessRoom[K][string]> => Object.assign({}, ...rooms.map((room) => room[name]));
