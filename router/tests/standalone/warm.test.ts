// Plans are made before anybody asks: from a file at the start, and from what was asked before a reload.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { linesOf, useAlone } from './lab/alone.js';
import { peopleSdl } from './lab/chat.js';

const alone = useAlone();
const FEED = 'query Feed { messages { body author { name } } }';
const ME = 'query Me($id: ID!) { person(id: $id) { name } }';

const files: [what: string, text: unknown, warmed: number, refused: number][] = [
  ['a list', [FEED, { query: ME }], 2, 0],
  ['a table by hash', { 'sha256:1': FEED, 'sha256:2': ME }, 2, 0],
  [
    'a manifest',
    { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: '1', name: 'Feed', body: FEED }] },
    1,
    0,
  ],
  ['documents that fit no more', ['{ nothing }', 'query {', FEED], 1, 2],
  ['a document of two operations', [`${FEED} ${ME}`], 2, 0],
];

it.each(files)('reads %s', async (what, text, warmed, refused) => {
  const path = join(alone.folder, `${what}.json`);
  await writeFile(path, JSON.stringify(text));
  const { stop } = await alone.start({ OPERATIONS: path });
  expect(linesOf(alone, 'plans were made ahead').at(-1)).toMatchObject({ warmed, refused });
  await stop();
});

it('reads a folder of .graphql files', async () => {
  const folder = join(alone.folder, 'operations');
  await mkdir(join(folder, 'pages'), { recursive: true });
  await writeFile(join(folder, 'feed.graphql'), FEED);
  await writeFile(join(folder, 'pages', 'me.gql'), ME);
  await writeFile(join(folder, 'notes.txt'), 'no operation');
  const { stop } = await alone.start({ OPERATIONS: folder });
  expect(linesOf(alone, 'plans were made ahead').at(-1)).toMatchObject({ warmed: 2, refused: 0 });
  await stop();
});

it.each([
  ['"text"', 'is no list, table or manifest of operations'],
  ['[1]', 'is no list, table or manifest of operations'],
  ['no json', 'is neither a folder nor JSON'],
])('does not start with %s', async (text, complaint) => {
  const path = join(alone.folder, 'wrong.json');
  await writeFile(path, text);
  await expect(alone.start({ OPERATIONS: path })).rejects.toThrow(`OPERATIONS: ${path} ${complaint}`);
});

it('plans what was asked before, and what is known beforehand, whenever the supergraph changes', async () => {
  const path = join(alone.folder, 'known.json');
  await writeFile(path, JSON.stringify([FEED, '{ people { id } }']));
  const supergraph = join(alone.folder, 'own.graphql');
  await writeFile(supergraph, alone.chat.supergraph());
  const { url, reload, stop } = await alone.start({ OPERATIONS: path, SUPERGRAPH_PATH: supergraph });
  await ask(url, FEED, { operationName: 'Feed' });
  await ask(url, ME, { variables: { id: 'ada' } });
  await ask(url, '{ nothing }'); // refused, so that it is not remembered
  const warmed = async (supergraphSdl: string) => {
    await writeFile(supergraph, supergraphSdl);
    await reload();
    return linesOf(alone, 'the supergraph file changed; it is served now').at(-1)?.['warmed'];
  };
  expect(await warmed(alone.chat.supergraph({ people: `${peopleSdl} extend type Person { motto: String }` }))).toBe(3);
  expect(await warmed(alone.chat.supergraph())).toBe(3); // nobody asked the one between
  await stop();
});
