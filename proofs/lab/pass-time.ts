// Makes waiting short: no clock of a running world can be turned, so what is kept until a moment is kept until now. What
// happens then is for the world to do.
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { inPostgres } from './look-inside.js';

type Where = Pick<World, 'urls'>;

/** The time to pay this order is over. */
export const endOrder = ({ urls }: Where, orderId: string): Promise<unknown> =>
  inPostgres(urls.databases.commerce, 'update orders set reserved_until = $1 where id = $2', [new Date(), orderId]);

/** The time for which this appointment is held is over. */
export const endHold = ({ urls }: Where, appointmentId: string): Promise<unknown> =>
  inPostgres(urls.databases.booking, 'update appointments set held_until = $1 where id = $2', [
    new Date(),
    appointmentId,
  ]);

/** This appointment begins now. */
export const beginAppointment = ({ urls }: Where, appointmentId: string): Promise<unknown> =>
  inPostgres(
    urls.databases.booking,
    `update appointments set starts_at = starts_at - early, ends_at = ends_at - early,
       blocked_from = blocked_from - early, blocked_until = blocked_until - early
     from (select starts_at - $1::timestamptz as early from appointments where id = $2) as way where id = $2`,
    [new Date(), appointmentId],
  );
