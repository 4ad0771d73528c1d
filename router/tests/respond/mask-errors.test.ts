// What may leave of an error, and what goes to the log instead.
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { GraphQLError } from 'graphql';
import { beforeEach, expect, it } from 'vitest';
import { maskErrors } from '../../src/respond/mask-errors.js';

const lines: string[] = [];
const log = createLogger('router', 'INFO', { write: (line) => void lines.push(line) });
beforeEach(() => {
  lines.length = 0;
});
const masked = (error: GraphQLError) => maskErrors([error], log, 'r-1')[0]?.toJSON();

it('lets a coded error leave with its sentence, path and parameters, and nothing else', () => {
  const extensions = { code: 'SLOT_TAKEN', parameters: { room: 'A' }, serviceName: 'booking', stacktrace: ['x'] };
  expect(masked(new GraphQLError('Taken.', { path: ['book'], extensions }))).toEqual({
    message: 'Taken.',
    path: ['book'],
    extensions: { code: 'SLOT_TAKEN', requestId: 'r-1', parameters: { room: 'A' } },
  });
  expect(lines).toEqual([]);
});

it.each([
  ['no code', undefined],
  ['INTERNAL', 'INTERNAL'],
  ['a code of a library', 'INTERNAL_SERVER_ERROR'],
  ['a complaint about our own document', 'GRAPHQL_VALIDATION_FAILED'],
  ['a code that is no code', 'select * from users'],
  ['a number', 7],
])('masks an error with %s, and logs it', (_, code) => {
  const cause = new Error('connect ECONNREFUSED 10.0.3.7');
  expect(masked(new GraphQLError(cause.message, { originalError: cause, path: ['me'], extensions: { code } }))).toEqual(
    {
      message: 'Something went wrong on our side.',
      path: ['me'],
      extensions: { code: 'INTERNAL', requestId: 'r-1' },
    },
  );
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', error: { message: cause.message }, path: 'me' });
});

it('calls a bad variable the client’s, although a subgraph noticed it', () => {
  const message = 'Variable "$at" got invalid value "x"; DateTime cannot represent it.';
  expect(masked(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }))).toEqual({
    message,
    extensions: { code: 'BAD_USER_INPUT', requestId: 'r-1' },
  });
});

it('bounds what it repeats', () => {
  expect(masked(new GraphQLError('x'.repeat(9_000), { extensions: { code: 'LONG' } }))?.message).toHaveLength(500);
});

it('logs what a subgraph sent, which is no Error', () => {
  const sent = { message: 'Cannot query field "x".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
  const error = new GraphQLError(sent.message, { originalError: sent as never, extensions: sent.extensions });
  expect(masked(error)?.extensions).toEqual({ code: 'INTERNAL', requestId: 'r-1' });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { message: sent.message } });
});
