// Conversations, and what people watch about themselves.
import { randomUUID } from 'node:crypto';
import { act } from '../../lab/act.js';
import { createRoom, send } from '../../lab/chat.js';
import { Person } from '../../lab/person.js';
import type { AccessRoom } from '../room.js';
import type { Stage } from '../stage.js';
import { watchedMonitor } from '../watched-monitor.js';

const RECORDS = /* GraphQL */ `
  {
    me {
      alerts(first: 1) { edges { node { id rule { id } } } }
      notifications(first: 1) { edges { node { id } } }
    }
  }
`;

interface Records {
  me: {
    alerts: { edges: [{ node: { id: string; rule: { id: string } } }] };
    notifications: { edges: [{ node: { id: string } }] };
  };
}

const freshMember = async ({ router, owner, ids }: Stage): Promise<string> => {
  const { id: userId } = await Person.signUp(router, 'Passer-by');
  await owner.ask('mutation ($input: AddRoomMemberInput!) { addRoomMember(input: $input) { room { id } } }', {
    input: { roomId: ids['Room'], userId },
  });
  return userId;
};

const openAlert = async ({ owner }: Stage): Promise<string> => {
  await watchedMonitor(owner);
  const { me } = await owner.ask<{ me: { alerts: { edges: { node: { id: string } }[] } } }>(
    '{ me { alerts(status: OPEN, first: 1) { edges { node { id } } } } }',
  );
  return me.alerts.edges[0]?.node.id ?? '';
};

/** On, and off again: what is so already would tell nobody. */
const react = async ({ owner, ids }: Stage): Promise<void> => {
  const reaction = { messageId: ids['Message'], emoji: '🎉' };
  await act(owner, 'addReaction', reaction, 'message { id }');
  await act(owner, 'removeReaction', reaction, 'message { id }');
};

const setTyping = ({ owner, ids }: Stage) =>
  owner.ask('mutation ($input: SetTypingInput!) { setTyping(input: $input) { userErrors { code } } }', {
    input: { roomId: ids['Room'], isTyping: true },
  });

export const content: AccessRoom = {
  async records({ owner, people: { member } }) {
    if (!member) throw new Error('a member is somebody');
    const Room = await createRoom(owner, 'The room', [member]);
    const { id: Message } = await send(owner, Room, 'the message');
    const Monitor = await watchedMonitor(owner);
    const { me } = await owner.ask<Records>(RECORDS);
    const [{ node: alert }] = me.alerts.edges;
    const [{ node: notification }] = me.notifications.edges;
    return { Room, Message, Monitor, AlertRule: alert.rule.id, Alert: alert.id, Notification: notification.id };
  },
  nested: {
    Room: '$P { rooms(first: 100) { edges { node { @ } } } }',
    Message: '$P { rooms(first: 5) { edges { node { messages(first: 5) { edges { node { @ } } } } } } }',
    Monitor: '$P { monitors(first: 100) { edges { node { @ } } } }',
    AlertRule: '$P { monitors(first: 100) { edges { node { rules { @ } } } } }',
    Alert: '$P { alerts(first: 100) { edges { node { @ } } } }',
    Notification: '$P { notifications(first: 100) { edges { node { @ } } } }',
  },
  byId: { Room: 'room', Monitor: 'monitor' },
  queries: { room: 'room(id: $Room) { id }', monitor: 'monitor(id: $Monitor) { id }' },
  inputs: {
    openDirectRoom: async ({ router }) => ({ userId: (await Person.signUp(router, 'Contact')).id }),
    createRoom: () => ({ title: 'Another', memberIds: [], idempotencyKey: randomUUID() }),
    renameRoom: ({ ids }) => ({ roomId: ids['Room'], title: 'Renamed' }),
    addRoomMember: async ({ router, ids }) => ({
      roomId: ids['Room'],
      userId: (await Person.signUp(router, 'Guest')).id,
    }),
    removeRoomMember: async (stage) => ({ roomId: stage.ids['Room'], userId: await freshMember(stage) }),
    leaveRoom: ({ ids }) => ({ roomId: ids['Room'] }),
    sendMessage: ({ ids }) => ({ roomId: ids['Room'], body: 'hello', clientMessageId: randomUUID() }),
    markRoomRead: async ({ owner, ids }) => ({
      roomId: ids['Room'],
      upTo: (await send(owner, ids['Room'] ?? '', 'read this')).id,
    }),
    addReaction: ({ ids }) => ({ messageId: ids['Message'], emoji: '👍' }),
    removeReaction: ({ ids }) => ({ messageId: ids['Message'], emoji: '👍' }),
    setTyping: ({ ids }) => ({ roomId: ids['Room'], isTyping: true }),
    createMonitor: () => ({ name: 'Steps', unit: 'steps' }),
    createAlertRule: ({ ids }) => ({ monitorId: ids['Monitor'], comparison: 'LT', threshold: 1 }),
    recordReading: ({ ids }) => ({
      monitorId: ids['Monitor'],
      value: 5,
      at: new Date().toISOString(),
      idempotencyKey: randomUUID(),
    }),
    acknowledgeAlert: async (stage) => ({ alertId: await openAlert(stage) }),
    resolveAlert: async (stage) => ({ alertId: await openAlert(stage) }),
  },
  streams: {
    messageAdded: {
      document: 'subscription ($Room: ID!) { messageAdded(roomId: $Room) { eventId occurredAt } }',
      stir: ({ owner, ids }) => send(owner, ids['Room'] ?? '', 'stir'),
    },
    messageChanged: {
      document: 'subscription ($Room: ID!) { messageChanged(roomId: $Room) { eventId occurredAt } }',
      stir: react,
    },
    typingChanged: {
      document: 'subscription ($Room: ID!) { typingChanged(roomId: $Room) { eventId occurredAt } }',
      // The owner never hears themself typing: for them the member types.
      stir: async (at, listener) => {
        const typist = listener === at.owner ? at.people.member : at.owner;
        await setTyping({ ...at, owner: typist ?? at.owner });
      },
    },
    inboxChanged: {
      document: 'subscription { inboxChanged { eventId occurredAt } }',
      stir: async (at, listener) =>
        listener?.ask('mutation ($input: OpenDirectRoomInput!) { openDirectRoom(input: $input) { room { id } } }', {
          input: { userId: (await Person.signUp(at.router, 'Contact')).id },
        }),
    },
    presenceChanged: {
      document: 'subscription ($User: ID!) { presenceChanged(userIds: [$User]) { eventId occurredAt } }',
      stir: async () => {},
    },
    alertChanged: {
      document: 'subscription { alertChanged { eventId occurredAt } }',
      stir: async (_at, listener) => listener && watchedMonitor(listener),
    },
  },
  denials: ['NOT_ROOM_OWNER'],
  endings: ['leaveRoom'],
};
