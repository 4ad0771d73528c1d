// Every refusal, and every kind of answer, is the same for a request that came whole and for one that node:http read: the
// same bytes are sent over a connection that is Node's already, and over one that is not.
import { gunzipSync } from 'node:zlib';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { mosaicLimits } from '../../../src/document/limits.js';
import { type PipelineParts, pipeline } from '../../../src/pipeline.js';
import { mosaicStages } from '../../../src/profiles/mosaic-stages.js';
import { viewer } from '../../lab/keys.js';
import { useLab } from '../../lab/lab.js';
import { people } from '../../lab/people.js';
import { type Client, clientOf } from './whole-lab.js';

const lab = useLab({ NODE_ENV: 'production', CORS_ORIGINS: 'https://app.example' });
let token = '';
beforeAll(async () => {
  token = await lab.token(viewer('ada'));
});
beforeEach(() => people.clear());

interface Heard {
  readonly status: number;
  /** Sorted; without the date. */
  readonly head: readonly string[];
  readonly body: string;
}

const connection = async (): Promise<Client> => {
  const { port } = new URL(lab.url);
  return clientOf({ server: { address: () => ({ port }) } as never });
};

/** A connection that node:http has, because of what was asked first. */
async function nodesConnection(): Promise<Client> {
  const client = await connection();
  client.write('GET /live HTTP/1.1\r\nHost: x\r\n\r\n');
  await client.hears('{"live":true}\n');
  return client;
}

async function exchange(client: Client, request: string): Promise<Heard> {
  const from = client.heard().length;
  const answer = () => /^HTTP\/1\.1 (\d+)[\s\S]*?\r\n\r\n/.exec(client.heard().slice(from));
  client.write(request);
  await expect.poll(answer, { interval: 5 }).not.toBeNull();
  const [head, status] = answer() as RegExpExecArray;
  const size = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  await expect.poll(() => client.heard().length, { interval: 5 }).toBe(from + head.length + size);
  client.socket.destroy();
  const lines = head.trimEnd().split('\r\n').slice(1);
  return {
    status: Number(status),
    head: lines.filter((line) => !line.startsWith('Date: ')).sort(),
    body: client.heard().slice(from + head.length),
  };
}

const JSON_TYPE = 'Content-Type: application/json';

function requestOf({ path = '/graphql', fields = [JSON_TYPE], body }: Case): string {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)).toString('latin1');
  const said = fields.map((field) => field.replace('$token', token));
  const head = [`POST ${path} HTTP/1.1`, 'Host: x', 'X-Request-Id: same-request', ...said];
  return `${head.join('\r\n')}\r\nContent-Length: ${bytes.length}\r\n\r\n${bytes}`;
}

interface Case {
  readonly what: string;
  readonly status: number;
  /** Of the first error; null when there is none. */
  readonly code: string | null;
  readonly path?: string;
  readonly fields?: readonly string[];
  readonly body: object | string;
}

const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const who = { query: '{ whoAmI }' };
const refused = (code: string, query: string, status = 400): Case => ({ what: code, status, code, body: { query } });
const fieldsFor = (code: string | null, status: number, body: object | string, ...fields: string[]): Case => ({
  what: `${code ?? 'an answer'} to ${fields.join(', ')}`,
  ...{ status, code, body, fields },
});

const cases: readonly Case[] = [
  // answers
  fieldsFor(null, 200, who, JSON_TYPE),
  fieldsFor(null, 200, who, JSON_TYPE, 'Authorization: Bearer $token'),
  fieldsFor(null, 200, who, JSON_TYPE, 'Origin: https://app.example'),
  fieldsFor(null, 200, who, JSON_TYPE, 'Origin: https://evil.example'),
  fieldsFor(null, 200, who, JSON_TYPE, 'Accept: application/graphql-response+json'),
  fieldsFor(null, 200, who, JSON_TYPE, 'Accept: */*', 'Connection: keep-alive', 'Accept-Language: fr'),
  { what: 'accents', status: 200, code: null, body: { query: '{ person(id: "\u00e9\u20ac\u{1f600}") { id name } }' } },
  {
    what: 'errors beside data',
    status: 200,
    code: 'INTERNAL',
    body: { query: '{ person(id: "broken") { id } whoAmI }' },
  },
  { what: 'a mutation', status: 200, code: null, body: { query: 'mutation { signIn(name: "x") }' } },
  {
    what: 'a long answer',
    status: 200,
    code: null,
    body: { query: `{ messages { ${times(25, (at) => `a${at}: body`)} author { id name nickname } } }` },
  },
  // the edge
  fieldsFor('CSRF', 400, who, 'Content-Type: text/plain'),
  fieldsFor('CSRF', 400, who),
  fieldsFor('UNSUPPORTED_MEDIA_TYPE', 415, who, 'Content-Type: application/xml'),
  fieldsFor('UNSUPPORTED_MEDIA_TYPE', 415, who, JSON_TYPE, 'Content-Encoding: gzip'),
  fieldsFor('NOT_ACCEPTABLE', 406, who, JSON_TYPE, 'Accept: image/png'),
  fieldsFor('BAD_REQUEST', 400, '{"query":', JSON_TYPE),
  fieldsFor('BAD_REQUEST', 400, '', JSON_TYPE),
  fieldsFor('BATCHING_OFF', 400, [who, who], JSON_TYPE),
  fieldsFor('UNAUTHENTICATED', 401, who, JSON_TYPE, 'Authorization: Bearer nonsense'),
  fieldsFor('UNKNOWN_GUEST', 401, who, JSON_TYPE, 'X-Mosaic-Guest: nonsense'),
  // the document
  refused('DOCUMENT_TOO_LARGE', `{ whoAmI } # ${'x'.repeat(15_000)}`),
  refused('GRAPHQL_PARSE_FAILED', '{ whoAmI'),
  fieldsFor('GRAPHQL_PARSE_FAILED', 200, { query: '{' }, JSON_TYPE, 'Accept: application/json'),
  refused('TOO_DEEP', `{ messages { ${'author { '.repeat(12)} id ${'} '.repeat(12)} } }`),
  refused('OPERATION_RESOLUTION_FAILURE', 'query A { whoAmI } query B { whoAmI }'),
  refused('SUBSCRIPTION_TRANSPORT_REQUIRED', 'subscription { messageAdded(room: "r") { eventId } }', 406),
  refused(
    'TOO_MANY_SELECTIONS',
    `{ ...F0 } ${times(24, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F24 on Query { whoAmI }`,
  ),
  refused('TOO_MANY_ROOT_FIELDS', `{ ${'whoAmI '.repeat(11)} }`),
  refused('TOO_MANY_ALIASES', `{ messages { ${times(31, (at) => `a${at}: id`)} } }`),
  refused('TOO_MANY_DIRECTIVES', `{ whoAmI ${'@skip(if: false) '.repeat(21)} }`),
  refused('BAD_ALIAS', '{ __proto__: whoAmI }'),
  refused('ONE_PER_OPERATION', 'mutation { a: signIn(name: "1") b: signIn(name: "2") }'),
  refused('INTROSPECTION_OFF', '{ __schema { types { name } } }'),
  refused('GRAPHQL_VALIDATION_FAILED', '{ whoAmE }'),
  refused('BAD_USER_INPUT', 'query ($id: ID!) { person(id: $id) { id } }'),
  // sessions
  { ...fieldsFor('FOREIGN_ORIGIN', 403, {}, JSON_TYPE), path: '/session/guest' },
  { ...fieldsFor('BAD_FORM', 400, { email: 1 }, JSON_TYPE, 'Origin: https://app.example'), path: '/session/sign-in' },
  {
    ...fieldsFor('FORM_TOO_LARGE', 413, { email: 'x'.repeat(17_000) }, JSON_TYPE, 'Origin: https://app.example'),
    path: '/session/sign-in',
  },
];

it.each(cases)('$what', async (one) => {
  if (one.what === 'errors beside data') people.broken.add('broken');
  const byNode = await exchange(await nodesConnection(), requestOf(one));
  const whole = await exchange(await connection(), requestOf(one));
  expect(whole).toEqual(byNode);
  const { errors } = JSON.parse(whole.body) as { errors?: { extensions: { code: string } }[] };
  expect([whole.status, errors?.[0]?.extensions.code ?? null]).toEqual([one.status, one.code]);
});

it('a compressed answer', async () => {
  const long = cases.find(({ what }) => what === 'a long answer') as Case;
  const compressed = requestOf({ ...long, fields: [JSON_TYPE, 'Accept-Encoding: gzip'] });
  const byNode = await exchange(await nodesConnection(), compressed);
  const whole = await exchange(await connection(), compressed);
  const plain = await exchange(await connection(), requestOf(long));
  expect(whole).toEqual(byNode);
  expect(whole.head).toContain('content-encoding: gzip');
  expect(gunzipSync(Buffer.from(whole.body, 'latin1')).toString()).toBe(Buffer.from(plain.body, 'latin1').toString());
});

it('are all that the list of stages may say to a POST which can come whole', () => {
  const parts = { executor: {}, limits: mosaicLimits, deadlines: {}, shell: {} } as unknown as Omit<
    PipelineParts,
    'own'
  >;
  const own = mosaicStages({ origins: new Set(), desk: {}, credentialsOf: () => ({}) } as never, {} as never);
  const codes = pipeline({ ...parts, own })
    .filter(({ over }) => over !== 'websocket')
    .flatMap(({ refuses }) => refuses);
  const shown = new Set(cases.map(({ code }) => code));
  expect([...new Set(codes)].filter((code) => !shown.has(code))).toEqual([
    'HEADERS_TOO_LARGE', // 101 headers are left to Node
    'METHOD_NOT_ALLOWED', // whole requests are POSTs
    'BODY_TOO_LARGE', // 1 MiB does not come in one piece
    'IDENTITY_UNAVAILABLE', // no key set: the same stage as UNAUTHENTICATED
    'TOO_MANY_RECORDS', // no lists with arguments in this graph: a verdict on the document, as BAD_ALIAS is
    'PLAN_IMPOSSIBLE', // from behind the executor, as INTERNAL
    'TOO_MANY_STREAMS', // who takes a stream is left to Node
  ]);
});
