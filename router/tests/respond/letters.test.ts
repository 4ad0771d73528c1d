// Letters of every kind arrive as they are, by every way that an answer can leave.
import { expect, it } from 'vitest';
import { ask, listen, socketClient } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { rawAsk } from '../lab/raw-http.js';
import { room } from '../lab/rooms.js';

const lab = useLab();
const LETTERS = 'é ü – “€” 漢字 \u{1f600} "quoted" \\ \u0001\u2028 ~';
const LONG = LETTERS.repeat(200);
const person = (id: string) => ({ id, name: `Person ${id}`, askedBy: null });
const QUERY = 'query ($id: ID!) { person(id: $id) { id name askedBy } }';

it.each([
  ['short', LETTERS],
  ['long', LONG],
])('in data that is %s, over HTTP, compressed or not, and over WebSocket', async (_, id) => {
  for (const encoding of ['identity', 'gzip', 'br']) {
    const { data, headers } = await ask(lab.url, QUERY, {
      variables: { id },
      headers: { 'accept-encoding': encoding },
    });
    expect(data).toEqual({ person: person(id) });
    expect(headers.get('content-encoding')).toBe(id === LONG && encoding !== 'identity' ? encoding : null);
  }
  const client = socketClient(lab.url);
  const { events, ended } = listen(client, QUERY, { id });
  expect(await ended).toBe('completed');
  expect(events).toEqual([{ data: { person: person(id) } }]);
  await client.dispose();
});

it('in data that the slow road shapes: beside introspection', async () => {
  const { data } = await ask(lab.url, `query ($id: ID!) { __type(name: "Query") { name } person(id: $id) { id } }`, {
    variables: { id: LETTERS },
  });
  expect(data).toEqual({ __type: { name: 'Query' }, person: { id: LETTERS } });
});

it('in errors', async () => {
  const { errors } = await ask(lab.url, 'query ($on: Boolean!) { whoAmI @skip(if: $on) }', {
    variables: { on: LETTERS },
  });
  expect(errors?.[0]?.message).toContain('é ü – “€” 漢字 \u{1f600}');
});

it('in events, over WebSocket and as server-sent events', async () => {
  const query = 'subscription { messageAdded(room: "letters") { message { body author { name } } } }';
  const token = await lab.token(viewer('ada'));
  const client = socketClient(lab.url, token);
  const { events, stop } = listen(client, query);
  const accept = { accept: 'text/event-stream', authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' };
  const stream = await rawAsk(lab.url, { query }, accept);
  await eventually(() => expect(room.followers).toBeGreaterThan(0));
  room.say('zoë', LETTERS);
  const event = { data: { messageAdded: { message: { body: LETTERS, author: { name: 'Person zoë' } } } } };
  await eventually(() => expect(events).toEqual([event]));
  await eventually(() => expect(stream.text).toContain(`data: ${JSON.stringify(event)}\n`));
  stop();
  stream.leave();
  await client.dispose();
});
