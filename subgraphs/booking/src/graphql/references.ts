// The federation door: how the router enters each entity. Every reader is scoped to the asker, as for root fields.
import type { ReferenceReader } from '@mosaic/kernel/subgraph/build-schema';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { may } from '../access.js';
import { Coach } from '../domain/coach.js';
import type { BookingContext } from './context.js';

export const references: Record<string, ReferenceReader<BookingContext>> = {
  AdminDashboard: async (reference, { call }) =>
    may.seeDashboard(call.viewer) ? new AdminDashboard((reference as unknown as AdminDashboard).period) : null,
  Coach: async ({ id }) => (isIdOf('Coach', id) ? new Coach(id) : null),
  Appointment: async ({ id }, { load }) => load.appointment.load(id),
  Event: async ({ id }, { load }) => load.event.load(id),
  EventInvitation: async ({ id }, { load }) => load.eventInvitation.load(id),
  EventTask: async ({ id }, { load }) => load.eventTask.load(id),
  Expense: async ({ id }, { load }) => load.expense.load(id),
  Offering: async ({ id }, { load }) => load.offering.load(id),
};
