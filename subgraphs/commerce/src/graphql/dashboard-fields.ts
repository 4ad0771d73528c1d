// What this subgraph counts on the dashboard of admins.
import { type Period, periodOf } from '@mosaic/schema/period';
import { AdminDashboard, describeAdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import type { CommerceContext } from './context.js';

export const DashboardType = describeAdminDashboard();

const ofPeriod = 'Null when the period is none of ours.';

const counted = async <T>(
  { call }: CommerceContext,
  dashboard: AdminDashboard,
  count: (period: Period) => Promise<T>,
): Promise<T | null> => {
  const period = periodOf(dashboard);
  return may.seeDashboard(call.viewer) && period ? count(period) : null;
};

@Resolver(() => DashboardType)
export class DashboardFields {
  @FieldResolver(() => Int, { nullable: true, description: `Orders that were placed. ${ofPeriod}` })
  orderCount(@Root() dashboard: AdminDashboard, @Ctx() context: CommerceContext): Promise<number | null> {
    return counted(context, dashboard, context.rooms.read.orders.countWithin);
  }

  @FieldResolver(() => [MoneyType], {
    nullable: true,
    description: `Money that came less money that went back, one per currency (at most 200), from the ledger. ${ofPeriod}`,
  })
  revenue(@Root() dashboard: AdminDashboard, @Ctx() context: CommerceContext): Promise<MoneyType[] | null> {
    const { revenueWithin } = context.rooms.read.ledger;
    return counted(context, dashboard, async (period) => (await revenueWithin(period)).map(showMoney));
  }
}

/** The dashboard of a period as the router enters it; null for everybody but admins. */
export const dashboardFor = ({ call }: CommerceContext, reference: object): AdminDashboard | null =>
  may.seeDashboard(call.viewer) && 'period' in reference ? new AdminDashboard(String(reference.period)) : null;
