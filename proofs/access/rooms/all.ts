// The rooms, in the order in which their records are made.
import type { AccessRoom } from '../room.js';
import { appointments } from './booking/appointments.js';
import { events } from './booking/events.js';
import { coaches } from './coaches.js';
import { commerce } from './commerce.js';
import { content } from './content.js';
import { courses } from './courses.js';
import { media } from './media.js';
import { posts } from './posts.js';
import { users } from './users.js';

export const rooms: readonly AccessRoom[] = [
  users,
  coaches,
  content,
  posts,
  media,
  appointments,
  events,
  commerce,
  courses,
];

/** One table of what each room says under this name. */
export const tableOf = <K extends 'nested' | 'byId' | 'queries' | 'inputs' | 'streams'>(
  name: K,
): Record<string, AccessRoom[K][string]> => Object.assign({}, ...rooms.map((room) => room[name]));
