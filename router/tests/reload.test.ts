// Mosaic's own router reloads its supergraph as the standalone one does: sessions, sockets and walls stay what they were.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, listen, socketClient } from './lab/ask.js';
import { eventually } from './lab/eventually.js';
import { viewer } from './lab/keys.js';
import { useLab } from './lab/lab.js';
import { room } from './lab/rooms.js';

const lab = useLab();

it('serves a changed supergraph to the viewers, sockets and streams that are there', async () => {
  const token = await lab.token(viewer('ada'));
  const client = socketClient(lab.url, token);
  const stream = listen(client, 'subscription { messageAdded(room: "r") { message { body author { askedBy } } } }');
  await eventually(() => expect(room.followers).toBe(1));

  const path = join(lab.folder, 'supergraph.graphql');
  const text = await readFile(path, 'utf8');
  await writeFile(`${path}.next`, text.replaceAll(/^.*nickname: String.*$/gm, ''));
  await rename(`${path}.next`, path);
  await expect
    .poll(async () => (await ask(lab.url, '{ messages { author { nickname } } }')).codes, {
      timeout: 10_000,
      interval: 20,
    })
    .toEqual(['GRAPHQL_VALIDATION_FAILED']);

  expect((await ask(lab.url, '{ whoAmI }', { token })).data).toEqual({ whoAmI: 'ada' });
  expect((await ask(lab.url, '{ whoAmI }', { token: 'a.b.c' })).codes).toEqual(['UNAUTHENTICATED']);
  room.say('bob', 'after the reload');
  await eventually(() =>
    expect(stream.events).toEqual([
      { data: { messageAdded: { message: { body: 'after the reload', author: { askedBy: 'ada' } } } } },
    ]),
  );
  const onSameSocket = listen(client, '{ messages { author { nickname } } }');
  expect(await onSameSocket.ended).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  await client.dispose();
});
