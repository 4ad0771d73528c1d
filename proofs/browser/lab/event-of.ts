// A published event with its guests, prepared by the graph.
import { randomUUID } from 'node:crypto';
import type { Seat } from './test';

/** What others do is on screen within this: the page looks again every five seconds, and slow machines take their time. */
export const LIVE = { timeout: 20_000 };

const DAY_MS = 86_400_000;

/** Resolves to its id. */
export async function eventWith(
  host: Seat,
  guests: readonly Seat[],
  { title, capacity }: { readonly title: string; readonly capacity: number | null },
): Promise<string> {
  const startsAt = new Date(Date.now() + 7 * DAY_MS);
  const endsAt = new Date(startsAt.getTime() + DAY_MS / 8);
  const input = { idempotencyKey: randomUUID(), title, capacity, startsAt, endsAt, timeZone: 'Europe/Paris' };
  const { createEvent } = await host.ask<{ createEvent: { event: { id: string } } }>(
    'mutation ($input: CreateEventInput!) { createEvent(input: $input) { userErrors { code } event { id } } }',
    { input },
  );
  const eventId = createEvent.event.id;
  await host.ask('mutation ($id: ID!) { publishEvent(input: { eventId: $id }) { userErrors { code } } }', {
    id: eventId,
  });
  for (const { email, ask } of guests) {
    const { inviteToEvent } = await host.ask<{ inviteToEvent: { token: string } }>(
      'mutation ($input: InviteToEventInput!) { inviteToEvent(input: $input) { userErrors { code } token } }',
      { input: { eventId, email } },
    );
    await ask('mutation ($token: String!) { acceptInvitation(input: { token: $token }) { userErrors { code } } }', {
      token: inviteToEvent.token,
    });
  }
  return eventId;
}
