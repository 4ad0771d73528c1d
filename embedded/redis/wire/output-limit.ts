/** How far a subscriber may fall behind (client-output-buffer-limit pubsub, hard limit of Redis). */

/** Bytes waiting for a subscribed client before its connection is cut. */
export const SUBSCRIBER_BACKLOG_BYTES = 32 * 1024 * 1024;
