// GraphQL over HTTP, sentence by sentence of the draft: first the audits of the working group's own suite, then what they leave out.
import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { useDoor } from '../lab/door.js';
import { rawAsk } from '../lab/raw-http.js';

const lab = useDoor();
const MODERN = 'application/graphql-response+json';
const LEGACY = 'application/json';

const audits = serverAudits({ url: () => lab.url });

it('knows all audits', () => {
  expect(audits).toHaveLength(61);
});

it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('audit %s: %s', async (_id, _name, fn) => {
  const result = await fn();
  expect([result.status, 'reason' in result ? result.reason : null]).toEqual(['ok', null]);
});

const ask = async (body: object | string | null, accept?: string, query = '') => {
  const answer = await rawAsk(lab.url + query, body, accept === undefined ? {} : { accept });
  await answer.ended;
  return answer;
};
const brief = async (body: object | string | null, accept?: string, query = '') => {
  const { status, headers, text } = await ask(body, accept, query);
  const { errors, data } = JSON.parse(text);
  return [status, headers['content-type']?.replace('; charset=utf-8', ''), errors?.[0]?.extensions.code ?? data];
};

describe('an answer', () => {
  it('comes whole, with its length, and nothing that tells what it is made of', async () => {
    const { status, headers, text } = await ask({ query: '{ hello }' }, MODERN);
    expect([status, text]).toEqual([200, '{"data":{"hello":"hello you"}}\n']);
    expect({ ...headers, date: '', 'x-request-id': '' }).toEqual({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-type': 'application/graphql-response+json; charset=utf-8',
      'content-length': '31',
      connection: 'close',
      vary: 'Origin',
      date: '',
      'x-request-id': '',
    });
  });

  it('counts its length in bytes', async () => {
    const { headers, text } = await ask({ query: '{ hello(name: "🏊 Ödön") }' });
    expect(text).toBe('{"data":{"hello":"hello 🏊 Ödön"}}\n');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  it.each([MODERN, LEGACY, undefined])('is 200 as long as there is data, be it null: %s', async (accept) => {
    const { status, text } = await ask({ query: '{ hello broken }' }, accept);
    const { data, errors } = JSON.parse(text);
    expect([status, data, errors[0].path]).toEqual([200, { hello: 'hello you', broken: null }, ['broken']]);
  });
});

describe('a request error', () => {
  const errors: [what: string, body: object, code: string][] = [
    ['no GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['an empty document', { query: '' }, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['an operation that is not there', { query: '{ hello }', operationName: 'A' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['21 directives', { query: `{ hello ${'@skip(if: false) '.repeat(21)} }` }, 'TOO_MANY_DIRECTIVES'],
  ];
  it.each(errors)('%s: 400 in the type of GraphQL, 200 in the legacy one', async (_, body, code) => {
    const before = lab.calls.length;
    expect(await brief(body, MODERN)).toEqual([400, MODERN, code]);
    expect(await brief(body, LEGACY)).toEqual([200, LEGACY, code]);
    expect(await brief(body, '*/*')).toEqual([400, MODERN, code]);
    expect(await brief(body)).toEqual([400, MODERN, code]);
    expect(lab.calls).toHaveLength(before);
  });

  it('variables of the wrong type: the same', async () => {
    const body = { query: 'query ($name: String!) { hello(name: $name) }', variables: { name: 1 } };
    expect((await brief(body, MODERN)).slice(0, 2)).toEqual([400, MODERN]);
    expect((await brief(body, LEGACY)).slice(0, 2)).toEqual([200, LEGACY]);
    expect((await brief(body)).slice(0, 2)).toEqual([400, MODERN]);
  });
});

describe('a request that is none', () => {
  const sentences: [what: string, body: string, sentence: string][] = [
    ['no JSON', 'NONSENSE', 'The body must be JSON of no more than 40 levels.'],
    ['no object', '"{ hello }"', 'The request must be a JSON object.'],
    ['null', 'null', 'The request must be a JSON object.'],
    ['no query', '{"qeury":"{ hello }"}', '"query" must be a string, and it must be there.'],
    ['a query of null', '{"query":null}', '"query" must be a string, and it must be there.'],
    ['variables as a list', '{"query":"{ hello }","variables":[7]}', '"variables" must be an object.'],
    ['variables as a string', '{"query":"{ hello }","variables":"{}"}', '"variables" must be an object.'],
    ['a number as name', '{"query":"{ hello }","operationName":1}', '"operationName" must be a string.'],
    ['extensions as text', '{"query":"{ hello }","extensions":"x"}', '"extensions" must be an object.'],
  ];
  it.each(sentences)('is 400 in either type, and says why: %s', async (_, body, sentence) => {
    for (const [accept, type] of [
      [MODERN, MODERN],
      [LEGACY, LEGACY],
    ] as const) {
      const { status, headers, text } = await ask(body, accept);
      const [{ message, extensions }] = JSON.parse(text).errors;
      expect([status, headers['content-type'], message, extensions.code]).toEqual([
        400,
        `${type}; charset=utf-8`,
        sentence,
        'BAD_REQUEST',
      ]);
    }
  });

  it('takes null for what is optional, and extensions', async () => {
    const body = { query: '{ hello }', operationName: null, variables: null, extensions: { any: 'thing' } };
    expect(await brief(body)).toEqual([200, LEGACY, { hello: 'hello you' }]);
  });
});

describe('GET', () => {
  const by = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;
  it('asks with all four parameters', async () => {
    const query = 'query A($name: String) { hello(name: $name) } query B { broken }';
    const all = { query, operationName: 'A', variables: '{"name":"Ada"}', extensions: '{"any":1}' };
    expect(await brief(null, MODERN, by(all))).toEqual([200, MODERN, { hello: 'hello Ada' }]);
  });

  it('takes an empty operationName as none, and "null" as a name', async () => {
    expect(await brief(null, MODERN, by({ query: '{ hello }', operationName: '' }))).toEqual([
      200,
      MODERN,
      { hello: 'hello you' },
    ]);
    expect(await brief(null, MODERN, by({ query: 'query null { hello }', operationName: 'null' }))).toEqual([
      200,
      MODERN,
      { hello: 'hello you' },
    ]);
  });

  it.each([
    ['variables are no JSON', by({ query: '{ hello }', variables: '{' })],
    ['variables are a list', by({ query: '{ hello }', variables: '[]' })],
    ['extensions are a string', by({ query: '{ hello }', extensions: '"x"' })],
    ['there are two queries', '?query={hello}&query={hello}'],
    ['there is none', ''],
  ])('is 400 when %s', async (_, query) => {
    expect(await brief(null, LEGACY, query)).toEqual([400, LEGACY, 'BAD_REQUEST']);
  });

  it('never runs a mutation: 405 in every type, and says what to use', async () => {
    for (const accept of [MODERN, LEGACY]) {
      const { status, headers } = await ask(null, accept, by({ query: 'mutation { say(text: "x") }' }));
      expect([status, headers.allow]).toEqual([405, 'POST']);
    }
  });
});

describe('what cannot be understood', () => {
  it.each([
    ['no type', {}],
    ['text', { 'content-type': 'text/plain' }],
    ['another charset', { 'content-type': 'application/json; charset=latin1' }],
    ['compressed', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('is 415: %s', async (_, headers) => {
    const body = Buffer.from('{"query":"{ hello }"}');
    const { status } = await fetch(lab.url, { method: 'POST', body, headers });
    expect(status).toBe(415);
  });

  it('is 406 when nothing of ours is accepted, and nothing is done', async () => {
    const before = lab.calls.length;
    expect(await brief({ query: 'mutation { say(text: "x") }' }, 'text/html')).toEqual([406, LEGACY, 'NOT_ACCEPTABLE']);
    expect(await brief({ query: 'mutation { say(text: "x") }' }, `text/html${',a/b'.repeat(400)},*/*`)).toEqual([
      406,
      LEGACY,
      'NOT_ACCEPTABLE',
    ]);
    expect(lab.calls).toHaveLength(before);
  });
});

it('passes on the headers that it is told to, and whoever brings the same has the same access', async () => {
  lab.calls.length = 0;
  const headers = { authorization: 'Bearer ada', 'x-tenant': 'a', cookie: 'secret=1' };
  for (const given of [headers, { ...headers, 'x-other': '1' }, { authorization: 'Bearer bob' }]) {
    await (await rawAsk(lab.url, { query: '{ hello }' }, given)).ended;
  }
  expect(lab.calls.map(({ passedOn }) => passedOn)).toEqual([
    { headers: { authorization: 'Bearer ada', 'x-tenant': 'a' }, connectionParams: null },
    { headers: { authorization: 'Bearer ada', 'x-tenant': 'a' }, connectionParams: null },
    { headers: { authorization: 'Bearer bob' }, connectionParams: null },
  ]);
  expect(lab.calls[0]?.access).toBe(lab.calls[1]?.access);
  expect(lab.calls[0]?.access).not.toBe(lab.calls[2]?.access);
});
