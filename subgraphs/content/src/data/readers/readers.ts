// Every reader of this subgraph under one roof.
import type { Collections } from '../records/collections.js';
import { alertReader } from './alerts.js';
import { messageReader } from './messages.js';
import { monitorReader } from './monitors.js';
import { roomReader } from './rooms.js';

export type Readers = ReturnType<typeof readersOf>;

export const readersOf = (collections: Collections) =>
  ({
    ...roomReader(collections),
    ...messageReader(collections),
    ...monitorReader(collections),
    ...alertReader(collections),
  }) as const;
