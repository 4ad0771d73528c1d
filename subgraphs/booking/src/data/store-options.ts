// What the ORM maps.
import { defineConfig } from '@mikro-orm/postgresql';
import { postgresOptions, type StoreOptions } from '@mosaic/kernel/stores/postgres-options';
import { seconds } from '@mosaic/kernel/values/time';
import { AppointmentRecord } from './records/appointment-record.js';
import { eventRecords, unmappedEventTables } from './records/event-records.js';
import { OfferingRecord } from './records/offering-record.js';

/** Tables that are written and read by statements of our own or the kernel's. */
const unmapped = [
  'outbox',
  'inbox',
  'idempotency_keys',
  'coaches',
  'schedules',
  'schedule_overrides',
  'calendars',
  'calendar_events',
  ...unmappedEventTables,
];

export const storeOptions = (options: StoreOptions) =>
  defineConfig({
    ...postgresOptions(options, { max: 10, patience: seconds(4) }),
    entities: [OfferingRecord, AppointmentRecord, ...eventRecords],
    schemaGenerator: { skipTables: unmapped },
  });
