// What this subgraph counts on the dashboard of admins.
import { type Period, periodOf } from '@mosaic/schema/period';
import { AdminDashboard, describeAdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import type { Asker } from '../data/asker.js';
import type { ContentContext } from './context.js';

export const DashboardType = describeAdminDashboard();

const ofPeriod = 'Null when the period is none of ours.';

/** What `count` finds in the period, for admins. */
const counted = (
  { asker }: ContentContext,
  dashboard: AdminDashboard,
  count: (admin: Asker, period: Period) => Promise<number>,
): Promise<number> | null => {
  const period = periodOf(dashboard);
  return asker && may.seeDashboard(asker) && period ? count(asker, period) : null;
};

@Resolver(() => DashboardType)
export class DashboardFields {
  @FieldResolver(() => Int, { nullable: true, description: `Posts that were made and are still there. ${ofPeriod}` })
  async postCount(@Root() dashboard: AdminDashboard, @Ctx() context: ContentContext): Promise<number | null> {
    return counted(context, dashboard, context.rooms.read.postsWithin);
  }

  @FieldResolver(() => Int, { nullable: true, description: `Messages that were sent. ${ofPeriod}` })
  async messageCount(@Root() dashboard: AdminDashboard, @Ctx() context: ContentContext): Promise<number | null> {
    return counted(context, dashboard, context.rooms.read.messagesWithin);
  }

  @FieldResolver(() => Int, { nullable: true, description: `Alerts that were opened. ${ofPeriod}` })
  async alertCount(@Root() dashboard: AdminDashboard, @Ctx() context: ContentContext): Promise<number | null> {
    return counted(context, dashboard, context.rooms.read.alertsWithin);
  }
}

/** The dashboard of a period as the router enters it; null for everybody but admins. */
export const dashboardFor = ({ asker }: ContentContext, period: string): AdminDashboard | null =>
  asker && may.seeDashboard(asker) ? new AdminDashboard(period) : null;
