// Somebody who was a guest signed in: their carts become one.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { guestAdopted } from '@mosaic/schema/events/users';
import type { Unit } from '../data/unit-of-work.js';
import { adoptGuest } from '../use-cases/adopt-guest.js';
import type { Rooms } from '../use-cases/rooms.js';

export const onGuestAdopted = (rooms: Rooms): Reaction<Unit> => ({
  on: guestAdopted,
  name: 'merge carts',
  react: ({ payload }: OutboxEvent<{ guestId: string; userId: string }>, unit) =>
    adoptGuest(unit, rooms, payload.guestId, payload.userId),
});
