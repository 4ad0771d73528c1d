// Presence leases: while a signed-in socket lives, its user is here. Best effort: a dead Redis never delays a socket.
import { randomUUID } from 'node:crypto';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { type LeaseBook, leaseRenewal } from '@mosaic/kernel/stores/lease-book';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { LiveSocket } from './live-socket.js';

export type PresenceKeeper = (socket: LiveSocket) => void;

/** Holds a lease per socket until the socket or the scope ends; a router that dies stops renewing. */
export function presenceKeeper(scope: Scope, book: LeaseBook, log: Logger): PresenceKeeper {
  const routerId = randomUUID();
  const held = new Map<string, string>();
  let number = 0;
  const quietly = (work: Promise<void>) =>
    work.catch((error: unknown) => log.debug('a presence lease was not written', { error })); // Redis' outage is logged once

  const renewal = setInterval(() => {
    for (const [lease, user] of held) void quietly(book.hold(user, lease));
  }, leaseRenewal);
  scope.defer(async () => {
    clearInterval(renewal);
    const leases = [...held];
    held.clear();
    await Promise.all(leases.map(([lease, user]) => quietly(book.release(user, lease))));
  });

  return (socket) => {
    if (!socket.identity) return;
    number += 1;
    const lease = `${routerId}:${number}`;
    const { id: user } = socket.identity.viewer;
    held.set(lease, user);
    const taken = quietly(book.hold(user, lease));
    socket.whenGone(() => {
      if (!held.delete(lease)) return;
      // After the first hold, which may still be on its way.
      void taken.then(() => quietly(book.release(user, lease)));
    });
  };
}
