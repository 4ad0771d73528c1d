// What a subgraph answers is believed only as far as it was checked.
import { expect, it } from 'vitest';
import { BadAnswer, readAnswer } from '../../src/fetch/read-answer.js';
import { rawAnswer } from '../../src/fetch/wire/raw-answer.js';

const raw = (body: string, contentType = 'application/json', status = 200) =>
  rawAnswer(status, contentType, Buffer.from(body));
const nested = (depth: number) => `{"data":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

it('accepts a GraphQL result', () => {
  expect(readAnswer(raw('{"data":{"a":1}}'))).toEqual({ data: { a: 1 } });
  expect(readAnswer(raw('{"data":null}'))).toEqual({ data: null });
  const body = '{"data":{"_entities":[{"__typename":"Person","name":"Zoë"},null]},"errors":[],"extensions":{"x":1}}';
  expect(readAnswer(raw(body, 'application/graphql-response+json; charset=utf-8'))).toEqual({
    data: { _entities: [{ __typename: 'Person', name: 'Zoë' }, null] },
  });
});

it('takes a GraphQL body for an answer, whatever its status', () => {
  const body = '{"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}';
  const errors = [{ message: 'no', extensions: { code: 'FORBIDDEN' } }];
  for (const status of [200, 400, 401, 500, 503]) {
    expect(readAnswer(raw(body, 'Application/JSON', status))).toEqual({ errors });
  }
});

it.each([
  ['HTML', raw('<html>', 'text/html')],
  ['no content type', raw('{"data":{}}', '')],
  ['another content type', raw('{"data":{}}', 'application/json-seq')],
  ['nothing', raw('')],
  ['no JSON', raw('{"data":')],
  ['no result', raw('{}')],
  ['null', raw('null')],
  ['a number', raw('1')],
  ['a list', raw('[]')],
  ['data that is a list', raw('{"data":[1]}')],
  ['data that is a number', raw('{"data":1}')],
  ['data that is a text', raw('{"data":"x"}')],
  ['data that is false', raw('{"data":false}')],
  ['no errors and no data', raw('{"errors":[]}')],
  ['errors that are no list', raw('{"data":{},"errors":{}}')],
  ['errors that are no errors', raw('{"errors":[1]}')],
  ['errors without a message', raw('{"errors":[{"path":["a"]}]}')],
  ['errors with an odd path', raw('{"errors":[{"message":"x","path":[{}]}]}')],
  ['JSON nested 100,000 deep', raw(nested(100_000))],
  ['JSON nested 2,001 deep', raw(nested(1_999))],
  ['JSON nested 2,001 deep, with as many ends in texts', raw(nested(1_999).replace('[', `["${']'.repeat(5_000)}",`))],
  ['JSON that never ends', raw('['.repeat(100_000))],
])('refuses %s', (_, answer) => {
  expect(() => readAnswer(answer)).toThrow(BadAnswer);
});

it('accepts what nests 2,000 deep, and what has brackets in texts or beside each other', () => {
  expect(() => JSON.stringify(readAnswer(raw(nested(1_998))))).not.toThrow();
  const text = '['.repeat(100_000);
  expect(readAnswer(raw(JSON.stringify({ data: { text } })))).toEqual({ data: { text } });
  const flat = Array.from({ length: 10_000 }, () => ({ a: [] }));
  expect(readAnswer(raw(JSON.stringify({ data: { flat } })))).toEqual({ data: { flat } });
});

it('leaves `__proto__` where it is: a member like any other, and no prototype', () => {
  const { data } = readAnswer(raw('{"data":{"a":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}}'));
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(Object.keys(data ?? {})).toEqual(['a', '__proto__']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(data?.['a']).not.toHaveProperty('polluted');
});

it('reads a hundred errors, and of each what may be large only in part', () => {
  const deep = JSON.parse(`{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}`);
  const errors = Array.from({ length: 250_000 }, (_, at) => ({ message: `no ${at}` }));
  errors[0] = { message: 'x'.repeat(20_000), path: ['a', 0], extensions: { deep, code: 'X' } } as never;
  const read = readAnswer(raw(JSON.stringify({ data: null, errors }))).errors ?? [];
  expect(read.map(({ message }) => message)).toEqual([
    'x'.repeat(10_000),
    ...Array.from({ length: 99 }, (_, at) => `no ${at + 1}`),
  ]);
  expect(read[0]?.path).toEqual(['a', 0]);
  expect(read[0]?.extensions?.['code']).toBe('X');
  expect(JSON.stringify(read[0]?.extensions?.['deep'])).toBe(`{"a":${'['.repeat(48)}null${']'.repeat(48)}}`);
});

it('drops `__proto__` from the extensions of errors', () => {
  const body = '{"errors":[{"message":"x","extensions":{"__proto__":{"p":1},"b":{"__proto__":{"p":1},"c":2}}}]}';
  const extensions = readAnswer(raw(body)).errors?.[0]?.extensions;
  expect(Object.getOwnPropertyNames(extensions)).toEqual(['b']);
  expect(Object.getOwnPropertyNames(extensions?.['b'])).toEqual(['c']);
});
