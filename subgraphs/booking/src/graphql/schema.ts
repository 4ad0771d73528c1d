// The parts of this subgraph's schema.
import './types/user-type.js';
import './types/coach-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Coach } from '../domain/coach.js';
import type { BookingContext } from './context.js';
import { AppointmentCounts } from './dashboard-fields.js';
import { mutations } from './mutations.js';
import { queries } from './queries.js';
import { references } from './references.js';
import { subscriptions } from './subscriptions.js';

export const schemaParts: SchemaParts<BookingContext> = {
  resolvers: [
    ...queries,
    ...mutations,
    ...subscriptions,
    AppointmentCounts,
    //
  ],
  references,
  orphanedTypes: [
    AdminDashboard,
    Coach,
    //
  ],
};
