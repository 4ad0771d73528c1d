// A member removed mid-stream hears nothing more, and can read nothing more by any door.
import { expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { listen } from '../lab/listen.js';
import { Person } from '../lab/person.js';
import { world } from './chat-world.js';

test('silence after removal', async () => {
  const [router = ''] = world.current.urls.router;
  const [owner, member, leaver] = (await Promise.all(
    ['Owner', 'Member', 'Leaver'].map((name) => Person.signUp(router, name)),
  )) as [Person, Person, Person];
  const room = await createRoom(owner, 'Private', [member, leaver]);
  const ears = await Promise.all(
    [member, leaver].map(async (person) => {
      const after = await latestEventId(person, room);
      return listen<MessageEvent>(person, { document: MESSAGES, variables: { roomId: room }, after, resumes: true });
    }),
  );
  const [staying, leaving] = ears as [(typeof ears)[0], (typeof ears)[0]];
  await send(owner, room, 'for both');
  await Promise.all(ears.map((ear) => ear.until((events) => events.at(-1)?.message.body === 'for both')));

  await owner.ask(
    'mutation ($input: RemoveRoomMemberInput!) { removeRoomMember(input: $input) { userErrors { code } } }',
    {
      input: { roomId: room, userId: leaver.id },
    },
  );
  await send(owner, room, 'for the member only');
  await staying.until((events) => events.at(-1)?.message.body === 'for the member only');
  await leaving.until(() => leaving.endings.length > 0, 5_000);
  expect(leaving.events.map(({ message }) => message.body)).toEqual(['for both']);

  const seen = await leaver.ask<object>(
    'query ($id: ID!) { room(id: $id) { title } me { rooms(first: 5) { edges { node { id } } } } }',
    {
      id: room,
    },
  );
  expect(seen).toEqual({ room: null, me: { rooms: { edges: [] } } });
  for (const ear of ears) ear.leave();
}, 40_000);
