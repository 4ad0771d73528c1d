// Mutations and uploads as clients send them, for tests that are about something else.
import type { Asker } from '../../src/data/asker.js';
import type { Whatever } from './answer.js';
import type { Graph } from './open-graph.js';

const mutate = (graph: Graph, viewer: Asker | null, name: string, input: object, fields: string) => {
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${title}Input!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
  return graph.ask(viewer, query, { input });
};

/** Runs a mutation with its one input; throws when it is refused. */
export async function run(graph: Graph, viewer: Asker, name: string, input: object, fields: string): Promise<Whatever> {
  const { data, errors } = await mutate(graph, viewer, name, input, fields);
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
  const { data, errors } = await mutate(graph, viewer, name, input, '__typename');
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name].userErrors[0]?.code ?? null;
}

export async function ticketFor(
  graph: Graph,
  viewer: Asker,
  purpose: string,
  fileName: string,
  byteLength: number,
): Promise<string> {
  const input = { purpose, fileName, byteLength };
  return (await run(graph, viewer, 'createUploadTicket', input, 'ticket { uploadUrl }')).ticket.uploadUrl;
}

/** The status and body of an upload of these bytes. */
export async function tryUpload(
  graph: Graph,
  viewer: Asker,
  purpose: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<{ status: number; mediaId: string; code: string | null }> {
  const url = await ticketFor(graph, viewer, purpose, fileName, bytes.length);
  const response = await graph.fetch(viewer, url, { method: 'PUT', body: bytes as Whatever });
  const answer = (await response.json()) as Whatever;
  return { status: response.status, mediaId: answer.mediaId, code: answer.errors?.[0].extensions.code ?? null };
}

/** Uploads; throws when it is refused. Answers the id. */
export async function upload(graph: Graph, viewer: Asker, purpose: string, fileName: string, bytes: Uint8Array) {
  const { status, mediaId, code } = await tryUpload(graph, viewer, purpose, fileName, bytes);
  if (status !== 201) throw new Error(`the upload was refused: ${status} ${code}`);
  return mediaId;
}

export interface Variant {
  name: string;
  url: string;
  width: number | null;
  height: number | null;
  byteLength: number;
  contentType: string;
}

/** The forms of a medium as the viewer gets them. */
export async function variantsOf(graph: Graph, viewer: Asker | null, id: string): Promise<Variant[]> {
  const query = 'query ($id: ID!) { media(id: $id) { variants { name url width height byteLength contentType } } }';
  return (await graph.ask(viewer, query, { id })).data.media.variants;
}
