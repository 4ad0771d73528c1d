// Makes waiting short: no clock of a running world can be turned, so what is kept until a moment is kept until now. What
// happens then is for the world to do.
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { inPostgres } from './look-inside.js';

/** The time to pay this order is over. */
export const endOrder = ({ urls }: World, orderId: string): Promise<unknown> =>
  inPostgres(urls.databases.commerce, 'update orders set reserved_until = $1 where id = $2', [new Date(), orderId]);

/** The time for which this appointment is held is over. */
export const endHold = ({ urls }: World, appointmentId: string): Promise<unknown> =>
  inPostgres(urls.databases.booking, 'update appointments set held_until = $1 where id = $2', [
    new Date(),
    appointmentId,
  ]);
