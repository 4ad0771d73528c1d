// A socket does not outlive the token it was opened with, nor the session behind it.
import type { Revocations } from '../admission/follow-revocations.js';
import type { LiveSocket } from './live-socket.js';

/** Each socket draws its own moment after the expiry, so that not everybody reconnects at once. */
export function expireWithToken(socket: LiveSocket, jitterMs: number): void {
  if (!socket.identity) return;
  const left = socket.identity.expiresAt.getTime() - Date.now();
  const timer = setTimeout(() => socket.close('TOKEN_EXPIRED'), Math.max(0, left) + Math.random() * jitterMs);
  socket.whenGone(() => clearTimeout(timer));
}

/** Closes the sockets of every session that is revoked from now on. */
export function closeWhenRevoked(revocations: Revocations, sockets: ReadonlySet<LiveSocket>): void {
  revocations.watch((sessionId) => {
    for (const socket of sockets) {
      if (socket.identity?.viewer.sessionId === sessionId) socket.close('SESSION_REVOKED');
    }
  });
}
