// Names of the live topics. A topic numbers its events 1, 2, 3... in commit order.

export const roomTopic = (roomId: string): string => `room:${roomId}`;
export const inboxTopic = (userId: string): string => `inbox:${userId}`;
export const alertTopic = (userId: string): string => `alerts:${userId}`;
export const notificationTopic = (userId: string): string => `notifications:${userId}`;
/** Not a log: only woken, when somebody starts or stops typing. */
export const typingTopic = (roomId: string): string => `typing:${roomId}`;
/** Not a topic that anybody hears: the counter that gives posts their places. */
export const POST_PLACES = 'posts';
