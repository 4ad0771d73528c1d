// MULTI, EXEC, DISCARD and WATCH.
import { type ConformanceCase, conform, error, NOT_AN_INTEGER, OK, QUEUED, WRONGTYPE, wrongArity } from './case.js';

export const TRANSACTIONS_CASES: readonly ConformanceCase[] = [
  conform('MULTI and EXEC', [
    ['MULTI', OK],
    ['SET k 1', QUEUED],
    ['INCR k', QUEUED],
    ['GET k', QUEUED],
    ['EXEC', [OK, 2, '2']],
    ['GET k', '2'],
  ]),
  conform('an empty transaction', [
    ['MULTI', OK],
    ['EXEC', []],
  ]),
  conform('DISCARD forgets', [
    ['SET k before', OK],
    ['MULTI', OK],
    ['SET k after', QUEUED],
    ['DISCARD', OK],
    ['GET k', 'before'],
  ]),
  conform('EXEC, DISCARD and MULTI out of place', [
    ['EXEC', error('EXEC without MULTI')],
    ['DISCARD', error('DISCARD without MULTI')],
    ['MULTI', OK],
    ['MULTI', error('MULTI calls can not be nested')],
    ['SET k v', QUEUED],
    ['EXEC', [OK]],
    ['GET k', 'v'],
  ]),
  conform('an unknown command aborts the transaction', [
    ['MULTI', OK],
    ['SET k v', QUEUED],
    ['NOSUCH command', error("unknown command 'NOSUCH', with args beginning with: 'command' ")],
    ['EXEC', { error: 'EXECABORT Transaction discarded because of previous errors.' }],
    ['EXISTS k', 0],
    ['EXEC', error('EXEC without MULTI')],
  ]),
  conform('a wrong number of arguments aborts the transaction', [
    ['MULTI', OK],
    ['SET k', wrongArity('set')],
    ['SET k v', QUEUED],
    ['EXEC', { error: 'EXECABORT Transaction discarded because of previous errors.' }],
    ['EXISTS k', 0],
  ]),
  conform('a command that fails while running does not stop the others', [
    ['SET s abc', OK],
    ['MULTI', OK],
    ['INCR s', QUEUED],
    ['SET k v', QUEUED],
    ['HSET s f v', QUEUED],
    ['EXEC', [NOT_AN_INTEGER, OK, WRONGTYPE]],
    ['GET k', 'v'],
  ]),
  conform('a refused subcommand fails while running', [
    ['MULTI', OK],
    ['XGROUP FOO s g', error("unknown subcommand 'FOO'. Try XGROUP HELP.")],
    ['SET k v', QUEUED],
    ['EXEC', { error: 'EXECABORT Transaction discarded because of previous errors.' }],
    ['GET k', null],
  ]),
];
