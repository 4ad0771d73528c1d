// What this subgraph counts for the dashboard of admins.
import { periodOf } from '@mosaic/schema/period';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { isAdmin } from '../access.js';
import type { CoursesContext } from './context.js';
import './types/shared-types.js';

@Resolver(() => AdminDashboard)
export class AdminDashboardFields {
  @FieldResolver(() => Int, { nullable: true, description: 'How many people got a place in a course.' })
  async enrollmentCount(@Root() dashboard: AdminDashboard, @Ctx() { asker, rooms }: CoursesContext) {
    const period = periodOf(dashboard);
    return period && isAdmin(asker.viewer) ? rooms.read.countEnrollments(asker, period) : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many certificates were issued.' })
  async certificateCount(@Root() dashboard: AdminDashboard, @Ctx() { asker, rooms }: CoursesContext) {
    const period = periodOf(dashboard);
    return period && isAdmin(asker.viewer) ? rooms.read.countCertificates(asker, period) : null;
  }
}
