/** Which sessions watch which keys (WATCH): optimistic locking of transactions. Keys are `<database>:<key>`. */
import type { Session } from './session.js';

export class Watchers {
  private readonly byKey = new Map<string, Set<Session>>();

  watch(session: Session, id: string): void {
    session.watched.add(id);
    const sessions = this.byKey.get(id) ?? new Set();
    sessions.add(session);
    this.byKey.set(id, sessions);
  }

  unwatch(session: Session): void {
    for (const id of session.watched) {
      const sessions = this.byKey.get(id);
      sessions?.delete(session);
      if (sessions?.size === 0) this.byKey.delete(id);
    }
    session.watched.clear();
    session.watchBroken = false;
  }

  touch(id: string): void {
    for (const session of this.byKey.get(id) ?? []) session.watchBroken = true;
  }
}
