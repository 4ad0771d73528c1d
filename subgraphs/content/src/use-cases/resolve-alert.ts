// The owner closes an alert by hand. The next reading that breaches its rule opens a new one.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import type { Alert } from '../domain/alert.js';
import type { Rooms } from './rooms.js';
import { turnAlert } from './turn-alert.js';

/** Refuses NOT_FOUND and ILLEGAL_TRANSITION. */
export const resolveAlert = (
  rooms: Rooms,
  asker: Asker,
  { alertId }: { readonly alertId: string },
): Promise<Alert | Refusal> => turnAlert(rooms, asker, alertId, 'RESOLVED');
