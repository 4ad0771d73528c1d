// Pings the client; one that misses a whole interval is gone (found within two intervals).
import type { LiveSocket } from './live-socket.js';

export function keepAlive(socket: LiveSocket, intervalMs: number): void {
  let answered = true;
  socket.ws.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.ws.terminate();
    answered = false;
    socket.ws.ping();
  }, intervalMs);
  socket.ws.once('close', () => clearInterval(timer));
}
