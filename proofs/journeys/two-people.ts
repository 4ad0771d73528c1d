// Two strangers meet: they sign up, sign in, ask one query across both subgraphs, and chat live through the router.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createRoom, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { type LiveEvent, listen } from '../lab/listen.js';
import { Person } from '../lab/person.js';
import { world } from './chat-world.js';

let ada: Person;
let basile: Person;
let room: string;

beforeAll(async () => {
  const [router = ''] = world.current.urls.router;
  const strangers = await Promise.all([Person.signUp(router, 'Ada'), Person.signUp(router, 'Basile', 'fr')]);
  [ada, basile] = await Promise.all([
    Person.signIn(router, strangers[0].account),
    Person.signIn(router, strangers[1].account),
  ]);
  room = await createRoom(ada, 'Hello', [basile]);
}, 30_000);

test('one query crosses both subgraphs, both ways', async () => {
  await send(ada, room, 'Bonjour Basile');
  const answer = await basile.ask<object>(/* GraphQL */ `
    {
      me {
        displayName
        rooms(first: 5) {
          edges { node { title kind unreadCount lastMessage { body author { displayName locale } } } }
        }
      }
    }
  `);
  expect(answer).toEqual({
    me: {
      displayName: 'Basile',
      rooms: {
        edges: [
          {
            node: {
              title: 'Hello',
              kind: 'GROUP',
              unreadCount: 1,
              lastMessage: { body: 'Bonjour Basile', author: { displayName: 'Ada', locale: 'en' } },
            },
          },
        ],
      },
    },
  });
});

test('messages stream with their author, and none is lost when the socket dies', async () => {
  const ear = listen<MessageEvent>(basile, { document: MESSAGES, variables: { roomId: room }, resumes: true });
  await ear.attached(() => send(ada, room, 'can you hear me?'));
  await send(ada, room, 'one');
  await ear.until((events) => events.at(-1)?.message.body === 'one');
  ear.kill();
  await send(ada, room, 'two'); // nobody is listening now
  await send(ada, room, 'three');
  await ear.until((events) => events.at(-1)?.message.body === 'three');
  ear.leave();
  const heard = ear.events.map(({ message }) => message);
  expect(heard.map(({ body }) => body).slice(-3)).toEqual(['one', 'two', 'three']);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
  expect(heard.at(-1)?.author).toEqual({ id: ada.id, displayName: 'Ada' });
});

test('the inbox tells of a room that changed, with the unread count', async () => {
  interface InboxEvent extends LiveEvent {
    room: { id: string; unreadCount: number; lastMessage: { author: { displayName: string } } };
  }
  const inbox = listen<InboxEvent>(basile, {
    document: `subscription ($after: ID) {
      inboxChanged(after: $after) { eventId occurredAt room { id unreadCount lastMessage { author { displayName } } } }
    }`,
  });
  await inbox.attached(() => send(ada, room, 'ping'));
  const before = await unread();
  await send(ada, room, 'and one more');
  await inbox.until((events) => events.at(-1)?.room.unreadCount === before + 1);
  expect(inbox.events.at(-1)?.room).toMatchObject({ id: room, lastMessage: { author: { displayName: 'Ada' } } });
  inbox.leave();
});

const unread = async () => {
  const document = 'query ($id: ID!) { room(id: $id) { unreadCount } }';
  const { room: answer } = await basile.ask<{ room: { unreadCount: number } }>(document, { id: room });
  return answer.unreadCount;
};

test('typing is seen by the other, by name, and clears by itself', async () => {
  interface TypingEvent extends LiveEvent {
    isTyping: boolean;
    user: { id: string; displayName: string };
  }
  const ear = listen<TypingEvent>(basile, {
    document: `subscription ($roomId: ID!) {
      typingChanged(roomId: $roomId) { eventId occurredAt isTyping user { id displayName } }
    }`,
    variables: { roomId: room },
  });
  const setTyping = () =>
    ada.ask('mutation ($input: SetTypingInput!) { setTyping(input: $input) { userErrors { code } } }', {
      input: { roomId: room, isTyping: true },
    });
  await ear.attached(setTyping);
  expect(ear.events[0]).toMatchObject({ isTyping: true, user: { id: ada.id, displayName: 'Ada' } });
  await ear.until((events) => events.at(-1)?.isTyping === false, 8_000);
  ear.leave();
});

test('presence follows the sockets', async () => {
  interface PresenceEvent extends LiveEvent {
    presence: { status: string };
    user: { displayName: string };
  }
  const ear = listen<PresenceEvent>(ada, {
    document: `subscription ($userIds: [ID!]!) {
      presenceChanged(userIds: $userIds) { eventId occurredAt presence { status } user { displayName } }
    }`,
    variables: { userIds: [basile.id] },
  });
  const isNow = (status: string) => (events: readonly PresenceEvent[]) => events.at(-1)?.presence.status === status;
  await ear.until(isNow('OFFLINE'));
  const present = listen(basile, { document: MESSAGES, variables: { roomId: room } });
  await ear.until(isNow('ONLINE'));
  expect(ear.events.at(-1)?.user.displayName).toBe('Basile');
  present.leave();
  await ear.until(isNow('OFFLINE'));
  ear.leave();
});

test('an alert streams to its owner, with fields of both subgraphs', async () => {
  interface AlertEvent extends LiveEvent {
    alert: { status: string; monitor: { name: string; owner: { displayName: string } } };
  }
  const create = await ada.ask<{ createMonitor: { monitor: { id: string } } }>(
    'mutation ($input: CreateMonitorInput!) { createMonitor(input: $input) { monitor { id } userErrors { code message } } }',
    { input: { name: 'Heart rate', unit: 'bpm' } },
  );
  const monitorId = create.createMonitor.monitor.id;
  await ada.ask(
    'mutation ($input: CreateAlertRuleInput!) { createAlertRule(input: $input) { userErrors { code message } } }',
    {
      input: { monitorId, comparison: 'GT', threshold: 10 },
    },
  );
  const ear = listen<AlertEvent>(ada, {
    document: `subscription ($after: ID) {
      alertChanged(after: $after) {
        eventId occurredAt alert { status monitor { name owner { displayName } } }
      }
    }`,
  });
  const record = (value: number) =>
    ada.ask('mutation ($input: RecordReadingInput!) { recordReading(input: $input) { userErrors { code message } } }', {
      input: { monitorId, value, at: new Date().toISOString(), idempotencyKey: randomUUID() },
    });
  await ear.attached(async () => {
    for (const value of [11, 12, 9]) await record(value);
  });
  await ear.until((events) => events.at(-1)?.alert.status === 'RESOLVED');
  expect(ear.events.map(({ alert }) => alert.status).slice(-2)).toEqual(['OPEN', 'RESOLVED']);
  expect(ear.events[0]?.alert.monitor).toEqual({ name: 'Heart rate', owner: { displayName: 'Ada' } });
  ear.leave();
});
