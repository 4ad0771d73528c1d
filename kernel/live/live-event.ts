// An event of a live log. Each topic (a room, a person's inbox...) numbers its events 1, 2, 3... in commit order.

export interface LiveEvent<T = unknown> {
  /** Position in its topic: gapless, ascending in commit order. */
  readonly seq: number;
  readonly occurredAt: Date;
  readonly body: T;
}

/** Reads one topic's log. `after` is exclusive; at most `limit` events, ascending; fewer mean that there are no more. */
export interface LiveLog<T> {
  readAfter(topic: string, after: number, limit: number): Promise<readonly LiveEvent<T>[]>;
  /** The last position and the oldest still kept (0 and 1 for an empty topic). */
  bounds(topic: string): Promise<{ last: number; oldest: number }>;
}

/** Tells readers that a topic grew. A lost wake-up only delays: readers also look again by themselves. */
export interface WakeUps {
  /** Calls `wake` whenever `topic` grew; resolves, once attached, with the way to stop. */
  listen(topic: string, wake: () => void): Promise<() => void>;
  wake(topic: string): Promise<void>;
}
