// Mutations as the router sends them, for tests that are about something else.

import { randomUUID } from 'node:crypto';
import type { Asker } from '../../src/data/asker.js';
import type { Whatever } from './answer.js';
import type { Graph } from './open-graph.js';

/** Runs a mutation with its one input; throws when it is refused. */
export async function run(graph: Graph, viewer: Asker, name: string, input: object, fields: string): Promise<Whatever> {
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${title}Input!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
  const { data, errors } = await graph.ask(viewer, query, { input });
  if (errors || data[name].userErrors.length > 0) throw new Error(JSON.stringify({ data, errors }));
  return data[name];
}

/** The code with which a mutation is refused, as data; null when it is not. */
export async function refusalOf(
  graph: Graph,
  viewer: Asker | null,
  name: string,
  input: object,
): Promise<string | null> {
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${title}Input!) { ${name}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await graph.ask(viewer, query, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name].userErrors[0]?.code ?? null;
}

export async function createGroup(graph: Graph, owner: Asker, others: readonly Asker[], title = 'A group') {
  const input = { idempotencyKey: randomUUID(), title, memberIds: others.map(({ id }) => id) };
  return (await run(graph, owner, 'createRoom', input, 'room { id }')).room.id as string;
}

export async function send(
  graph: Graph,
  author: Asker,
  roomId: string,
  body: string,
): Promise<{ id: string; seq: number }> {
  const input = { roomId, clientMessageId: randomUUID(), body };
  return (await run(graph, author, 'sendMessage', input, 'message { id seq }')).message;
}

export const addMember = (graph: Graph, owner: Asker, roomId: string, userId: string) =>
  run(graph, owner, 'addRoomMember', { roomId, userId }, 'room { id }');

export const removeMember = (graph: Graph, owner: Asker, roomId: string, userId: string) =>
  run(graph, owner, 'removeRoomMember', { roomId, userId }, 'room { id }');
