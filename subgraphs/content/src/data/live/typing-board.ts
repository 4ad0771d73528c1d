// Who is typing in which room: a Redis sorted set per room, member = user, score = when it clears by itself.
import type { WakeUps } from '@mosaic/kernel/live/live-event';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';
import type { Redis } from 'ioredis';
import { typingTopic } from '../../domain/topics.js';
import { type Change, type Look, watchState } from './watch-state.js';

/** Shorter than the six seconds after which nobody may be shown as typing any more. */
export const TYPING_LASTS: Milliseconds = seconds(5);

const keyOf = (roomId: string) => `typing:${roomId}`;

export interface TypingBoard {
  /** Best effort: what cannot be told now is not worth telling later. */
  set(roomId: string, userId: string, isTyping: boolean): Promise<void>;
  /** Those who type now, then every start and stop (`state` undefined). */
  watch(roomId: string): AsyncIterableIterator<Change<true>>;
}

export function typingBoard(redis: Redis, wakeUps: WakeUps, log: Logger): TypingBoard {
  async function look(roomId: string): Promise<Look<true> | null> {
    const now = Date.now();
    try {
      const reply = await redis.zrangebyscore(keyOf(roomId), now + 1, '+inf', 'WITHSCORES');
      const typists = reply.filter((_, at) => at % 2 === 0);
      const soonest = Math.min(...reply.filter((_, at) => at % 2 === 1).map(Number));
      return { states: new Map(typists.map((id) => [id, true])), lookAgainIn: soonest - now };
    } catch {
      return null; // Redis is away, which its connection logs once
    }
  }

  return {
    async set(roomId, userId, isTyping) {
      const key = keyOf(roomId);
      try {
        const isChange = isTyping
          ? await redis.zadd(key, Date.now() + TYPING_LASTS, userId)
          : await redis.zrem(key, userId);
        if (isTyping) await redis.pexpire(key, TYPING_LASTS * 2);
        if (Number(isChange) > 0) await wakeUps.wake(typingTopic(roomId));
      } catch (error) {
        log.debug('typing was not told', { error });
      }
    },
    watch: (roomId) =>
      watchState({
        attach: (wake) => wakeUps.listen(typingTopic(roomId), wake),
        look: () => look(roomId),
      }),
  };
}
