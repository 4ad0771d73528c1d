// Begins a session for somebody who just proved who they are, and hands out its tokens.

import { announce } from '@mosaic/kernel/outbox/event';
import { later } from '@mosaic/kernel/values/time';
import { sessionsRevoked } from '@mosaic/schema/events/users';
import { hashOfToken, newRefreshToken } from '../data/secrets/refresh-tokens.js';
import type { Unit } from '../data/unit-of-work.js';
import { ABSOLUTE_LIFETIME, deviceNamed, Session, tokenExpiry } from '../domain/session.js';
import type { User } from '../domain/user.js';
import type { Rooms } from './rooms.js';

/** A session as its owner gets it. */
export interface SessionTokens {
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  user: User;
}

/** Within the unit that verified the person. Past 50 sessions, those that were quiet the longest end. */
export async function beginSession(
  unit: Unit,
  { mintId, accessTokens }: Rooms,
  user: User,
  device: string | null | undefined,
): Promise<SessionTokens> {
  const session: Session = Object.assign(new Session(), {
    id: mintId('Session'),
    userId: user.id,
    device: deviceNamed(device),
    createdAt: unit.now,
    lastSeenAt: unit.now,
    expiresAt: later(unit.now, ABSOLUTE_LIFETIME),
    endedAt: null,
  });
  const refreshToken = newRefreshToken();
  await unit.sessions.add(session);
  await unit.refreshTokens.add({
    hash: hashOfToken(refreshToken),
    sessionId: session.id,
    parentHash: null,
    expiresAt: tokenExpiry(unit.now, session),
    usedAt: null,
    successorSeed: null,
  });
  await unit.sessions.forgetOld(user.id);
  announceEnded(unit, user.id, await unit.sessions.endExcess(user.id));
  return tokensOf(accessTokens, user, session.id, refreshToken, unit.now);
}

export async function tokensOf(
  accessTokens: Rooms['accessTokens'],
  user: User,
  sessionId: string,
  refreshToken: string,
  now: Date,
): Promise<SessionTokens> {
  const { token, expiresAt } = await accessTokens.issue({ id: user.id, sessionId, role: user.role }, now);
  return { accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken, user };
}

/** Tells the routers, in the same commit, to refuse the access tokens of sessions that ended. */
export function announceEnded(unit: Unit, userId: string, sessionIds: string[]): void {
  if (sessionIds.length > 0) unit.announce(announce(sessionsRevoked, userId, { userId, sessionIds }, unit.now));
}
