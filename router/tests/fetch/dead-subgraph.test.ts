// Stopped, started again, asked directly: what real subgraphs show through the router.
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ask } from '../lab/ask.js';
import { useLab } from '../lab/lab.js';
import { people } from '../lab/people.js';

const lab = useLab();
afterEach(() => people.clear());

it('answers partially while a subgraph is down, says no address, and recovers by itself', async () => {
  await lab.stopSubgraph('people');
  const down = await ask(lab.url, '{ messages { body author { nickname } } whoAmI }');
  expect(down.status).toBe(200);
  expect(down.codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(down.data).toMatchObject({ messages: [{ author: { nickname: 'nick-ada' } }, {}, {}], whoAmI: null });
  expect(JSON.stringify(down.errors)).not.toMatch(/127\.0\.0\.1|ECONN|people|localhost/);
  expect((await ask(lab.url, '{ messages { body } }')).errors).toBeUndefined();
  await lab.restartSubgraph('people');
  await expect.poll(async () => (await ask(lab.url, '{ whoAmI }')).errors, { timeout: 5_000 }).toBeUndefined();
});

it('masks what a resolver throws and passes what it refuses', async () => {
  people.broken.add('ada');
  people.refused.add('bob');
  const { errors, data } = await ask(lab.url, '{ messages { author { name } } }');
  expect(data).toEqual({ messages: [{ author: null }, { author: null }, { author: null }] });
  expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
    [['messages', 0, 'author'], 'INTERNAL'],
    [['messages', 1, 'author'], 'NOT_FOUND'],
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/hunter2|10\.0\.3\.7|postgres/);
});

it('is the only one a subgraph listens to', async () => {
  const direct = lab.subgraphUrls['people'] ?? '';
  const reply = await fetch(direct, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mosaic-caller': 'e30.e30' },
    body: '{"query":"{ _service { sdl } }"}',
  });
  expect([reply.status, await reply.text()]).toEqual([401, '']);
  const socket = new WebSocket(direct.replace('http', 'ws'), 'graphql-transport-ws');
  socket.on('open', () => socket.send('{"type":"connection_init","payload":{"caller":"e30.e30"}}'));
  const code = await new Promise((resolve) => socket.once('close', resolve));
  expect(code).toBe(4403);
});
