// Everything there is of something, read page after page through the router.
import type { Person } from '../lab/person.js';

export interface Page<T> {
  edges: { node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export const sorted = (texts: readonly string[]): string[] => [...texts].sort((a, b) => (a < b ? -1 : 1));

/** All nodes of a list, which `read` gives page by page. */
export async function everything<T>(read: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await read(after);
    all.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

/** The display names with this text in them, sorted; a name that two accounts have is there twice. */
export async function everybodyNamed(asker: Person, text: string): Promise<string[]> {
  const people = await everything<{ displayName: string }>(async (after) => {
    const document = `query ($text: String, $after: String) {
      users(search: $text, first: 100, after: $after) { edges { node { displayName } } pageInfo { hasNextPage endCursor } }
    }`;
    return (await asker.ask<{ users: Page<{ displayName: string }> }>(document, { text, after })).users;
  });
  return sorted(people.map(({ displayName }) => displayName));
}

/** What was said in a room, from the first message on. */
export async function allBodies(asker: Person, room: string): Promise<string[]> {
  const messages = await everything<{ body: string }>(async (after) => {
    const document = `query ($room: ID!, $after: String) {
      room(id: $room) { messages(first: 100, after: $after) { edges { node { body } } pageInfo { hasNextPage endCursor } } }
    }`;
    return (await asker.ask<{ room: { messages: Page<{ body: string }> } }>(document, { room, after })).room.messages;
  });
  return messages.map(({ body }) => body);
}

/** The values of a monitor, the lowest first. */
export async function allReadings(asker: Person, monitor: string): Promise<number[]> {
  const readings = await everything<{ value: number }>(async (after) => {
    const document = `query ($monitor: ID!, $after: String) {
      monitor(id: $monitor) {
        readings(first: 100, after: $after) { edges { node { value } } pageInfo { hasNextPage endCursor } }
      }
    }`;
    type Found = { monitor: { readings: Page<{ value: number }> } };
    return (await asker.ask<Found>(document, { monitor, after })).monitor.readings;
  });
  return readings.map(({ value }) => value).sort((a, b) => a - b);
}
