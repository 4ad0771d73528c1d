// The router serves one graph of two subgraphs over HTTP and WebSocket.
import { expect, it } from 'vitest';
import { ask, listen, socketClient } from './lab/ask.js';
import { eventually } from './lab/eventually.js';
import { viewer } from './lab/keys.js';
import { useLab } from './lab/lab.js';
import { room } from './lab/rooms.js';

const lab = useLab();
const STREAM = `subscription ($after: ID) {
  messageAdded(room: "r", after: $after) { eventId message { body author { id name askedBy } } }
}`;

it('joins both subgraphs in one answer', async () => {
  const { data, errors, status } = await ask(lab.url, '{ messages { body author { name nickname } } }');
  expect(errors).toBeUndefined();
  expect(status).toBe(200);
  expect(data).toEqual({
    messages: [
      { body: 'hello 1', author: { name: 'Person ada', nickname: 'nick-ada' } },
      { body: 'hello 2', author: { name: 'Person bob', nickname: 'nick-bob' } },
      { body: 'hello 3', author: null },
    ],
  });
});

it('joins both subgraphs in each event, for the viewer of the socket', async () => {
  const client = socketClient(lab.url, await lab.token(viewer('ada')));
  const stream = listen(client, STREAM, { after: '0' });
  room.say('bob', 'one');
  await eventually(() => expect(stream.events).toHaveLength(1));
  expect(stream.events[0]).toEqual({
    data: {
      messageAdded: {
        eventId: '1',
        message: { body: 'one', author: { id: 'bob', name: 'Person bob', askedBy: 'ada' } },
      },
    },
  });
  await client.dispose();
});
