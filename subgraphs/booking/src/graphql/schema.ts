// The parts of this subgraph's schema.
import './types/user-type.js';
import './types/coach-types.js';
import './types/schedule-types.js';
import './types/appointment-types.js';
import './types/calendar-types.js';
import './types/event-types.js';
import './types/expense-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Coach } from '../domain/coach.js';
import { AppointmentFields } from './appointment-fields.js';
import { CalendarEntryFields } from './calendar-queries.js';
import { CalendarChangedFields } from './calendar-subscriptions.js';
import { CoachFields, OfferingFields } from './coach-fields.js';
import type { BookingContext } from './context.js';
import { AppointmentCounts, EventCounts } from './dashboard-fields.js';
import {
  EventFields,
  EventInvitationFields,
  EventParticipantFields,
  EventTaskFields,
  InvitationPreviewFields,
} from './event-fields.js';
import { EventMoneyFields, ExpenseFields } from './expense-fields.js';
import { mutations } from './mutations.js';
import { queries } from './queries.js';
import { references } from './references.js';
import { subscriptions } from './subscriptions.js';

export const schemaParts: SchemaParts<BookingContext> = {
  resolvers: [
    ...queries,
    ...mutations,
    ...subscriptions,
    CoachFields,
    OfferingFields,
    AppointmentFields,
    CalendarEntryFields,
    CalendarChangedFields,
    AppointmentCounts,
    EventCounts,
    EventFields,
    EventInvitationFields,
    EventMoneyFields,
    EventParticipantFields,
    EventTaskFields,
    ExpenseFields,
    InvitationPreviewFields,
    //
  ],
  references,
  orphanedTypes: [
    AdminDashboard,
    Coach,
    //
  ],
};
