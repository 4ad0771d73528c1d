// How an AdoptedGuest is stored.
import { EntitySchema } from '@mikro-orm/core';
import { AdoptedGuest } from '../../domain/guest.js';
import { User } from '../../domain/user.js';
import { idColumn, idOf, instant } from './columns.js';

export const AdoptedGuestRecord = new EntitySchema<AdoptedGuest>({
  class: AdoptedGuest,
  tableName: 'adopted_guests',
  properties: {
    guestId: { ...idColumn, primary: true },
    userId: idOf(() => User, 'user_id'),
    adoptedAt: instant,
  },
  indexes: [{ name: 'adopted_guests_adopted_at', properties: ['adoptedAt'] }],
});
