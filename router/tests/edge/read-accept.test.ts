// What an Accept header is read as.
import { expect, it } from 'vitest';
import { readAccept } from '../../src/edge/read-accept.js';

const MULTIPART = 'multipart/mixed;subscriptionSpec="1.0"';

it.each([
  ['no header', undefined, 'either', null],
  ['an empty one', '', 'either', null],
  ['anything', '*/*', 'either', null],
  ['any application', 'application/*', 'either', null],
  ['the legacy type', 'application/json', 'json', null],
  ['the type of GraphQL', 'application/graphql-response+json', 'graphql-response', null],
  [
    'both, as the draft recommends',
    'application/graphql-response+json, application/json;q=0.9',
    'graphql-response',
    null,
  ],
  ['both alike: the first', 'application/json, application/graphql-response+json', 'json', null],
  ['both alike: the first', 'application/graphql-response+json,application/json', 'graphql-response', null],
  ['the one of higher quality', 'application/graphql-response+json;q=0.1, application/json;q=0.2', 'json', null],
  ['named before wildcard', 'application/json;q=0.5, */*;q=0.1', 'json', null],
  ['wildcard of higher quality', 'application/json;q=0.5, */*', 'graphql-response', null],
  ['refused, and anything else', 'application/json;q=0, */*', 'graphql-response', null],
  ['what a browser sends', 'text/html, application/xhtml+xml, */*;q=0.8', 'either', null],
  ['what axios sends', 'application/json, text/plain, */*', 'json', null],
  ['letters of either case', 'Application/JSON; Charset="UTF-8"', 'json', null],
  ['events', 'text/event-stream', 'event-stream', 'event-stream'],
  ['events, or else JSON', 'text/event-stream, application/json', 'json', 'event-stream'],
  ['events much rather than JSON', 'text/event-stream, application/json;q=0.1', 'event-stream', 'event-stream'],
  ['parts', MULTIPART, 'multipart', 'multipart'],
  [
    'parts without quotes',
    'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json',
    'json',
    'multipart',
  ],
  ['both streams: the first', `${MULTIPART}, text/event-stream`, 'multipart', 'multipart'],
  ['both streams: the better', `${MULTIPART};q=0.5, text/event-stream`, 'event-stream', 'event-stream'],
  ['JSON, and parts of something else', 'application/json, multipart/mixed;deferSpec=20220824', 'json', null],
  [
    'a comma in quotes',
    'text/plain;x="a, application/json", application/graphql-response+json',
    'graphql-response',
    null,
  ],
])('%s', (_, accept, answer, stream) => {
  expect(readAccept(accept)).toEqual({ answer, stream });
});

it.each([
  'text/html',
  'application/xml, image/*',
  'application/json;q=0',
  '*/*;q=0',
  'application/json; charset=utf-16',
  'multipart/mixed',
  'multipart/mixed;subscriptionSpec=2.0',
  'nonsense',
])('nothing that we have: %s', (accept) => {
  expect(readAccept(accept)).toBe(null);
});
