// What a subgraph answers is believed only as far as it was checked.
import { expect, it } from 'vitest';
import { BadAnswer, readAnswer } from '../../src/fetch/read-answer.js';

const raw = (body: string, contentType = 'application/json') => ({ status: 200, contentType, body: Buffer.from(body) });
const mayStandFor = (asked: string, got: string) => asked === got || asked === 'Media';
const people = [
  { __typename: 'Person', id: 'a' },
  { __typename: 'Person', id: 'b' },
];

it('accepts a GraphQL result', () => {
  expect(readAnswer(raw('{"data":{"a":1}}'), null, mayStandFor)).toEqual({ data: { a: 1 } });
  const body = '{"data":{"_entities":[{"__typename":"Person","name":"A"},null]}}';
  expect(readAnswer(raw(body, 'application/graphql-response+json; charset=utf-8'), people, mayStandFor)).toEqual({
    data: { _entities: [{ __typename: 'Person', name: 'A' }, null] },
  });
});

it.each([
  ['HTML', raw('<html>', 'text/html')],
  ['no content type', raw('{"data":{}}', '')],
  ['no JSON', raw('{"data":')],
  ['no result', raw('{}')],
  ['a list', raw('[]')],
  ['data that is no object', raw('{"data":[1]}')],
  ['errors that are no errors', raw('{"errors":[1]}')],
  ['JSON nested 100,000 deep', raw('['.repeat(100_000))],
])('refuses %s', (_, answer) => {
  expect(() => readAnswer(answer, null, mayStandFor)).toThrow(BadAnswer);
});

it.each([
  ['too few', '[{"name":"A"}]'],
  ['too many', '[{"name":"A"},{"name":"B"},{"name":"C"}]'],
  ['none', 'null'],
  ['no objects', '["A","B"]'],
  ['of another type', '[{"__typename":"Person"},{"__typename":"Robot"}]'],
])('refuses entities that are %s', (_, entities) => {
  expect(() => readAnswer(raw(`{"data":{"_entities":${entities}}}`), people, mayStandFor)).toThrow(BadAnswer);
});

it('lets an interface be answered by what implements it', () => {
  const asked = [{ __typename: 'Media', id: 'm' }];
  const answer = raw('{"data":{"_entities":[{"__typename":"Book"}]}}');
  expect(readAnswer(answer, asked, mayStandFor).data).toEqual({ _entities: [{ __typename: 'Book' }] });
});
