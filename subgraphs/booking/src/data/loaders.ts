// Batches what one request asks for, so that a hundred `_entities` are one query. Never shared between requests.
import type { Clock } from '@mosaic/kernel/values/time';
import type { Asker } from '../domain/asker.js';
import { byId } from './by-id.js';
import { openEventLoaders } from './event-loaders.js';
import type { Readers } from './readers/readers.js';

export type Loaders = ReturnType<typeof openLoaders>;

export const openLoaders = (read: Readers, asker: Asker, clock: Clock) => ({
  ...openEventLoaders(read, asker, clock),
  appointment: byId('Appointment', (ids) => read.appointments.byIds(asker, ids)),
  offering: byId('Offering', (ids) => read.offerings.byIds(asker, ids)),
});
