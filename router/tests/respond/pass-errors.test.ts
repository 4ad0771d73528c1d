// What leaves of an error where the subgraphs are somebody else's.
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { passErrors } from '../../src/respond/pass-errors.js';
import { errorOf } from '../../src/respond/refusals.js';

const lines: string[] = [];
const log = createLogger('router', 'DEBUG', { write: (line) => void lines.push(line) });
const pass = (error: GraphQLError) => passErrors([error], log, 'request-1').map((given) => given.toJSON())[0];

it('is what the subgraph said, under the path where it belongs, with its extensions', () => {
  const error = new GraphQLError('no such book', {
    path: ['book', 0],
    extensions: { code: 'not found!', hint: { id: 7 } },
  });
  expect(pass(error)).toEqual({
    message: 'no such book',
    path: ['book', 0],
    extensions: { code: 'not found!', hint: { id: 7 } },
  });
});

it('has no stack trace, under whichever name servers put it', () => {
  const extensions = {
    code: 'X',
    exception: { stacktrace: ['at secret.js'] },
    stacktrace: ['at secret.js'],
    stackTrace: 'at secret.js',
    stack: 'at secret.js',
    trace: [],
    debugMessage: 'secret',
  };
  expect(pass(new GraphQLError('it broke', { extensions }))).toEqual({
    message: 'it broke',
    extensions: { code: 'X' },
  });
});

it('masks what failed inside the router, and logs the whole of it', () => {
  lines.length = 0;
  const error = new GraphQLError('the plan failed', { originalError: new Error('secret of ours') });
  expect(pass(error)).toEqual({
    message: 'Something went wrong on our side.',
    extensions: { code: 'INTERNAL', requestId: 'request-1' },
  });
  expect(lines.join('')).toContain('secret of ours');
});

it('passes what the router itself says of a subgraph', () => {
  expect(pass(errorOf('SUBGRAPH_TIMEOUT'))).toEqual({
    message: 'A part of the graph did not answer in time.',
    extensions: { code: 'SUBGRAPH_TIMEOUT' },
  });
});
