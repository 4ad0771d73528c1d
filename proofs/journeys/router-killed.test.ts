// SIGKILL of a router: presence turns OFFLINE within the lease, a tab on another router keeps it ONLINE, and a listener
// that reconnects elsewhere misses nothing.
import { expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { type LiveEvent, listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';

interface PresenceEvent extends LiveEvent {
  user: { id: string };
  presence: { status: string };
}

const world = openWorld({ subgraphs: ['users', 'content'], routers: 2 });

test('presence and streams are right after a router dies', async () => {
  const [first = '', second = ''] = world.current.urls.router;
  const [watcher, oneTab, twoTabs] = (await Promise.all(
    ['Watcher', 'One tab', 'Two tabs'].map((name) => Person.signUp(first, name)),
  )) as [Person, Person, Person];
  const room = await createRoom(watcher, 'Watch', [oneTab, twoTabs]);
  const after = await latestEventId(watcher, room);
  const open = (person: Person) => listen<MessageEvent>(person, { document: MESSAGES, variables: { roomId: room } });

  const presence = listen<PresenceEvent>(watcher, {
    document: `subscription ($userIds: [ID!]!) {
      presenceChanged(userIds: $userIds) { eventId occurredAt user { id } presence { status } }
    }`,
    variables: { userIds: [oneTab.id, twoTabs.id] },
  });
  const statusOf = (person: Person) => (events: readonly PresenceEvent[]) =>
    events.filter(({ user }) => user.id === person.id).at(-1)?.presence.status;

  const tabs = [oneTab.at(second), twoTabs.at(second), twoTabs.at(first)].map(open);
  const resuming = listen<MessageEvent>(watcher, {
    document: MESSAGES,
    variables: { roomId: room },
    after,
    resumes: true,
    routers: [second, first],
  });
  await presence.until((events) => statusOf(oneTab)(events) === 'ONLINE' && statusOf(twoTabs)(events) === 'ONLINE');
  await send(watcher, room, 'before');
  await resuming.until((events) => events.at(-1)?.message.body === 'before');

  const died = Date.now();
  world.current.child('router-2').kill('SIGKILL');
  await send(watcher, room, 'while away');
  await presence.until((events) => statusOf(oneTab)(events) === 'OFFLINE');
  expect(Date.now() - died).toBeLessThan(12_000); // the lease (6 s), the grace for reconnects, and a busy machine
  expect(statusOf(twoTabs)(presence.events)).toBe('ONLINE');

  await resuming.until((events) => events.at(-1)?.message.body === 'while away');
  const bodies = resuming.events.map(({ message }) => message.body);
  expect(bodies).toEqual(['before', 'while away']);
  for (const ear of [presence, resuming, ...tabs]) ear.leave();
}, 60_000);
