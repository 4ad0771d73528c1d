// The dashboard of admins: `users` answers the period, and every subgraph adds the counts of its own store.
import 'reflect-metadata';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export class AdminDashboard {
  constructor(readonly period: string) {}
}

/** Both ends as one ISO 8601 interval; from is inclusive, to exclusive. */
export const intervalOf = ({ from, to }: Period): string => `${from.toISOString()}/${to.toISOString()}`;

/** Null for what is no interval of ours. */
export function periodOf({ period }: AdminDashboard): Period | null {
  const [from, to, ...more] = period.split('/').map((text) => new Date(text));
  if (!from || !to || more.length > 0 || !(from < to) || intervalOf({ from, to }) !== period) return null;
  return { from, to };
}

/** Once per process. */
export const describeAdminDashboard = (): typeof AdminDashboard => {
  describeType(AdminDashboard, 'AdminDashboard', {
    description: 'What happened in a period, counted by each part of the graph in its own store. For admins.',
    directives: ['@key(fields: "period")'],
    fields: { period: [() => String, 'The period as an ISO 8601 interval: from inclusive, to exclusive.'] },
  });
  return AdminDashboard;
};
