// The dashboard of admins: `users` answers the period, and every subgraph adds the counts of its own store.
import 'reflect-metadata';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';

export class AdminDashboard {
  constructor(readonly period: string) {}
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
