// Wake-ups over Redis pub/sub: one subscriber connection per process, any number of listeners per topic.
import type { Redis } from 'ioredis';
import { withTimeout } from '../deadline/deadline.js';
import type { WakeUps } from '../live/live-event.js';
import type { Milliseconds } from '../values/time.js';

/** A subscription that Redis does not confirm in time waits for its return; readers look again by themselves meanwhile. */
const ATTACH_BUDGET: Milliseconds = 200;

const channelOf = (topic: string) => `wake:${topic}`;

/**
 * `publisher` and `subscriber` are two connections: a subscribed one can do nothing else. A dead Redis never fails a
 * write or a reader: waking is best effort, because readers look again by themselves.
 */
export function redisWakeUps(publisher: Redis, subscriber: Redis): WakeUps {
  const listeners = new Map<string, Set<() => void>>();
  subscriber.on('message', (channel: string) => {
    for (const wake of listeners.get(channel) ?? []) wake();
  });
  // After a reconnect anything may have been missed.
  subscriber.on('ready', () => {
    for (const wakes of listeners.values()) for (const wake of wakes) wake();
  });
  const bestEffort = (command: Promise<unknown>) =>
    command.then(
      () => {},
      () => {},
    );

  return {
    async listen(topic, wake) {
      const channel = channelOf(topic);
      const wakes = listeners.get(channel) ?? new Set();
      listeners.set(channel, wakes.add(wake));
      if (wakes.size === 1) await bestEffort(withTimeout(subscriber.subscribe(channel), ATTACH_BUDGET));
      return () => {
        if (!wakes.delete(wake) || wakes.size > 0) return;
        listeners.delete(channel);
        void bestEffort(subscriber.unsubscribe(channel));
      };
    },
    wake: (topic) => bestEffort(publisher.publish(channelOf(topic), '')),
  };
}
