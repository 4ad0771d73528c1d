// Makes waiting short: no clock of a running world can be turned, so what is kept until a moment is kept until now.
import { readBookingConfig } from '@mosaic/booking/config';
import { openBooking } from '@mosaic/booking/subgraph';
import { readCommerceConfig } from '@mosaic/commerce/config';
import { openCommerce } from '@mosaic/commerce/subgraph';
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { Scope } from '@mosaic/kernel/lifecycle/scope';

type Environment = Record<string, string>;

/** The time to pay this order is over. What happens then is for the world to do. */
export const endOrder = (world: World, orderId: string): Promise<void> =>
  inScope(async (scope) => {
    const { orm } = await openCommerce(scope, readCommerceConfig(environmentOf(world, 'commerce')));
    await orm.em.fork().execute('update orders set reserved_until = ? where id = ?', [new Date(), orderId]);
  });

/** The time for which this appointment is held is over. */
export const endHold = (world: World, appointmentId: string): Promise<void> =>
  inScope(async (scope) => {
    const { orm } = await openBooking(scope, readBookingConfig(environmentOf(world, 'booking')));
    await orm.em.fork().execute('update appointments set held_until = ? where id = ?', [new Date(), appointmentId]);
  });

function environmentOf(world: World, name: 'booking' | 'commerce'): Environment {
  const { MOSAIC_SUBGRAPHS = '' } = world.demoEnvironment();
  return (JSON.parse(MOSAIC_SUBGRAPHS) as Record<typeof name, Environment>)[name];
}

async function inScope(work: (scope: Scope) => Promise<void>): Promise<void> {
  const scope = new Scope();
  try {
    await work(scope);
  } finally {
    await scope.close();
  }
}
