// The work of commerce that is due by the clock: orders to close, payments to ask for, money to give back.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { startSweep } from '@mosaic/kernel/lifecycle/sweep';
import { seconds } from '@mosaic/kernel/values/time';
import { expireOrder } from './use-cases/orders/close-order.js';
import { payRefund } from './use-cases/orders/pay-refund.js';
import { reconcilePayment } from './use-cases/orders/reconcile-payment.js';
import type { Rooms } from './use-cases/rooms.js';

const sweeps = { 'expire orders': expireOrder, 'reconcile payments': reconcilePayment, 'pay refunds': payRefund };

/** Each runs in every process of the subgraph at once; the rows say who has which. */
export function startSweeps(scope: Scope, rooms: Rooms): void {
  for (const [name, work] of Object.entries(sweeps))
    scope.own(startSweep({ name, every: seconds(1), work: () => work(rooms), log: rooms.log }), (open) => open.stop());
}
