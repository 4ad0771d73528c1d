// What booking counts for the dashboard of admins.
import { periodOf } from '@mosaic/schema/period';
import { AdminDashboard, describeAdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { BookingContext } from './context.js';

describeAdminDashboard();

@Resolver(() => AdminDashboard)
export class AppointmentCounts {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Appointments that came into being, whatever became of them.',
  })
  async appointmentCount(@Root() dashboard: AdminDashboard, @Ctx() { rooms }: BookingContext): Promise<number | null> {
    const period = periodOf(dashboard);
    return period && rooms.read.counts.appointments(period);
  }
}

@Resolver(() => AdminDashboard)
export class EventCounts {
  @FieldResolver(() => Int, { nullable: true, description: 'Events that came into being, whatever became of them.' })
  async eventCount(@Root() dashboard: AdminDashboard, @Ctx() { rooms }: BookingContext): Promise<number | null> {
    const period = periodOf(dashboard);
    return period && rooms.read.events.count(period);
  }
}
