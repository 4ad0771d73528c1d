// Every event of ours carries an `eventId`, from which its stream can be resumed (`after`).
import type { ExecutionResult } from 'graphql';

/** The eventId of an event's only root field, when the client selected it under that name. */
export function cursorOf({ data }: ExecutionResult): string | null {
  const [event] = Object.values(data ?? {});
  const eventId = typeof event === 'object' && event !== null && 'eventId' in event ? event.eventId : null;
  return typeof eventId === 'string' ? eventId : null;
}
