// Exchanges a refresh token for its successor and a fresh access token.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { hashOfToken, looksLikeRefreshToken, newSuccessorSeed, successorOf } from '../data/secrets/refresh-tokens.js';
import type { Unit } from '../data/unit-of-work.js';
import type { Spent } from '../data/writers/write-refresh-tokens.js';
import { judgeUnspendable } from '../domain/refresh-token.js';
import { refuse } from '../domain/refusals.js';
import { isLiving, type Session, tokenExpiry } from '../domain/session.js';
import { announceEnded, type SessionTokens, tokensOf } from './begin-session.js';
import type { Rooms } from './rooms.js';

interface Continued {
  session: Session;
  successor: string;
}

/**
 * Safe to repeat: within 10 s a spent token is answered with the same successor, unless that was spent in turn.
 * Refuses SESSION_OVER; a token spent earlier also ends its session, because a thief and the owner both have it.
 */
export async function refreshSession(rooms: Rooms, token: string): Promise<SessionTokens | Refusal> {
  if (!looksLikeRefreshToken(token)) return refuse('SESSION_OVER');
  return rooms.transact(async (unit) => {
    const seed = newSuccessorSeed();
    const spent = await unit.refreshTokens.spend(hashOfToken(token), seed);
    const continued = spent ? await plantSuccessor(unit, token, seed, spent) : await answerAgain(unit, rooms, token);
    if (isRefusal(continued)) return continued;
    const { session, successor } = continued;
    const user = await unit.users.find(session.userId);
    // A suspension that commits at this very moment ends the session; this does not hand out a token for it either.
    return user?.status === 'ACTIVE'
      ? tokensOf(rooms.accessTokens, user, session.id, successor, unit.now)
      : refuse('SESSION_OVER');
  });
}

/** In the transaction that spent the parent: a crash before the commit leaves the parent as it was. */
async function plantSuccessor(unit: Unit, token: string, seed: string, spent: Spent): Promise<Continued | Refusal> {
  const session = await unit.sessions.find(spent.sessionId);
  if (!session) return refuse('SESSION_OVER');
  const successor = successorOf(token, seed);
  await unit.refreshTokens.add({
    hash: hashOfToken(successor),
    sessionId: session.id,
    parentHash: hashOfToken(token),
    expiresAt: tokenExpiry(unit.now, session),
    usedAt: null,
    successorSeed: null,
  });
  if (spent.parentHash) await unit.refreshTokens.forgetSuccessor(spent.parentHash);
  await unit.sessions.see(session.id);
  return { session, successor };
}

/** A token that could not be spent: a racer's or a lost reply's, or one that must not exist any more. */
async function answerAgain(unit: Unit, { log }: Rooms, token: string): Promise<Continued | Refusal> {
  const found = await unit.refreshTokens.find(hashOfToken(token));
  const session = found && (await unit.sessions.find(found.sessionId));
  const verdict = judgeUnspendable(found, session !== null && isLiving(session, unit.now), unit.now);
  if (session && found?.successorSeed && verdict === 'OVERLAP')
    return { session, successor: successorOf(token, found.successorSeed) };
  if (session && verdict === 'REUSED') {
    announceEnded(unit, session.userId, await unit.sessions.end(session.userId, session.id));
    log.warning('a spent refresh token was used again; its session is ended', { sessionId: session.id });
  }
  return refuse('SESSION_OVER');
}
