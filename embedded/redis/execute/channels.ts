/** Who listens to which channel or pattern, and how a message reaches them. */
import { compileGlob } from '../values/match-glob.js';
import { push } from '../wire/reply.js';
import type { Session } from './session.js';

interface Pattern {
  readonly matches: (channel: string) => boolean;
  readonly sessions: Set<Session>;
}

export class Channels {
  private readonly byName = new Map<string, Set<Session>>();
  private readonly byPattern = new Map<string, Pattern>();

  /** Sends the message to every listener and gives their number; a client listening twice counts twice. */
  publish(channel: string, message: string): number {
    let receivers = 0;
    for (const session of this.byName.get(channel) ?? []) {
      session.link.send(push(['message', channel, message]));
      receivers++;
    }
    for (const [pattern, { matches, sessions }] of this.byPattern) {
      if (!matches(channel)) continue;
      for (const session of sessions) session.link.send(push(['pmessage', pattern, channel, message]));
      receivers += sessions.size;
    }
    return receivers;
  }

  join(session: Session, channel: string): void {
    session.channels.add(channel);
    const sessions = this.byName.get(channel) ?? new Set();
    sessions.add(session);
    this.byName.set(channel, sessions);
  }

  leave(session: Session, channel: string): void {
    session.channels.delete(channel);
    const sessions = this.byName.get(channel);
    sessions?.delete(session);
    if (sessions?.size === 0) this.byName.delete(channel);
  }

  joinPattern(session: Session, pattern: string): void {
    session.patterns.add(pattern);
    const known = this.byPattern.get(pattern) ?? { matches: compileGlob(pattern), sessions: new Set() };
    known.sessions.add(session);
    this.byPattern.set(pattern, known);
  }

  leavePattern(session: Session, pattern: string): void {
    session.patterns.delete(pattern);
    const known = this.byPattern.get(pattern);
    known?.sessions.delete(session);
    if (known?.sessions.size === 0) this.byPattern.delete(pattern);
  }

  leaveAll(session: Session): void {
    for (const channel of [...session.channels]) this.leave(session, channel);
    for (const pattern of [...session.patterns]) this.leavePattern(session, pattern);
  }

  /** Channels with listeners, in the order of their first one. */
  names(): string[] {
    return [...this.byName.keys()];
  }

  listeners(channel: string): number {
    return this.byName.get(channel)?.size ?? 0;
  }

  get patternCount(): number {
    return this.byPattern.size;
  }
}
