// A live log whose readers wait for the same events: a wake-up rouses all followers of a topic at once, and one read
// serves those that stand at the same place.
import type { LiveEvent, LiveLog } from '@mosaic/kernel/live/live-event';

/**
 * Reads that are asked for before one of them begins become one. A read never joins one that has begun, because that one
 * may miss the event its reader was woken for. The events are shared: nobody may change them.
 */
export function sharedReads<T>(log: LiveLog<T>): LiveLog<T> {
  const asked = new Map<string, Promise<readonly LiveEvent<T>[]>>();
  return {
    bounds: (topic) => log.bounds(topic),
    readAfter(topic, after, limit) {
      const key = `${after} ${limit} ${topic}`;
      const known = asked.get(key);
      if (known) return known;
      // An immediate runs when everything that this wake-up roused has asked.
      const reading = new Promise((resolve) => setImmediate(resolve)).then(() => {
        asked.delete(key);
        return log.readAfter(topic, after, limit);
      });
      asked.set(key, reading);
      return reading;
    },
  };
}
