// What the client is told when a subgraph of somebody else's fails, and how it asks for the plan.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { useAlone } from './lab/alone.js';
import { compose, messagesSdl, peopleSdl } from './lab/chat.js';

const alone = useAlone();

/** A router whose people cannot be reached. */
async function startHalf(people: string) {
  const path = join(alone.folder, 'half.graphql');
  const unreachable = { name: 'people', url: 'http://127.0.0.1:1/graphql', sdl: people };
  await writeFile(path, compose([unreachable, { name: 'messages', url: alone.chat.messages.url, sdl: messagesSdl }]));
  return alone.start({ SUPERGRAPH_PATH: path });
}

it('answers the rest when a subgraph cannot be reached, and does not say where it is', async () => {
  const { url, stop } = await startHalf(peopleSdl);
  const { data, errors, status } = await ask(url, '{ messages { id author { id name } } }');
  expect(status).toBe(200);
  expect(data).toEqual({
    messages: [
      { id: '1', author: { id: 'ada', name: null } },
      { id: '2', author: { id: 'bob', name: null } },
    ],
  });
  expect(errors).toEqual([
    {
      message: 'A part of the graph is unavailable at the moment.',
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: expect.any(String) },
    },
  ]);
  await stop();
});

it('tells of a null where none may be under extensions.valueCompletion, when no error explains it', async () => {
  const path = join(alone.folder, 'strict.graphql');
  // The subgraph has it as nullable.
  await writeFile(path, alone.chat.supergraph({ people: peopleSdl.replace('strict: String', 'strict: String!') }));
  const { url, stop } = await alone.start({ SUPERGRAPH_PATH: path });
  const { status, data, errors, extensions } = await ask(url, '{ person(id: "ada") { name } strict }');
  expect({ status, data, errors }).toEqual({ status: 200, data: null, errors: undefined });
  expect(extensions).toEqual({
    valueCompletion: [
      {
        message: 'Cannot return null for non-nullable field Query.strict.',
        path: ['strict'],
        extensions: { code: 'INVALID_GRAPHQL' },
      },
    ],
  });
  await stop();
});

it('shows the plan to whoever asks for it while developing, and to nobody in production', async () => {
  const headers = { 'x-mosaic-plan': '1' };
  const query = '{ messages { author { name } } }';
  const { extensions } = await ask(alone.url, query, { headers });
  expect(extensions?.['queryPlan']).toContain('Flatten(path: "messages.@.author")');
  expect((await ask(alone.url, query)).extensions).toBe(undefined);
  const { url, stop } = await alone.start({ NODE_ENV: 'production' });
  expect((await ask(url, query, { headers })).extensions).toBe(undefined);
  await stop();
});
