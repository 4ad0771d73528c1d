// Scripts that both sides know, as Lua and as a function.

import { createHash } from 'node:crypto';
import { NAMED_SCRIPTS } from '../../../redis/named-scripts.js';
import {
  between,
  type ConformanceCase,
  conform,
  error,
  NIL_ARRAY,
  NOT_AN_INTEGER,
  OK,
  QUEUED,
  wrongArity,
} from './case.js';

/** The Lua text as one quoted word. */
const [RELEASE_LOCK, RENEW_LOCK, COUNT_IN_WINDOW] = NAMED_SCRIPTS.map(({ lua }) => `"${lua}"`);
const RELEASE_SHA = createHash('sha1').update(NAMED_SCRIPTS[0]!.lua).digest('hex');

export const SCRIPTS_CASES: readonly ConformanceCase[] = [
  conform('EVAL releases a lock only for its owner', [
    ['SET lock me', OK],
    [`EVAL ${RELEASE_LOCK} 1 lock other`, 0],
    [`EVAL ${RELEASE_LOCK} 1 lock me`, 1],
    [`EVAL ${RELEASE_LOCK} 1 lock me`, 0],
    ['EXISTS lock', 0],
  ]),
  conform('EVAL renews a lock only for its owner', [
    ['SET lock me PX 5000', OK],
    [`EVAL ${RENEW_LOCK} 1 lock other 90000`, 0],
    [`EVAL ${RENEW_LOCK} 1 lock me 90000`, 1],
    ['PTTL lock', between(85_000, 90_000)],
  ]),
  conform('EVAL counts in a window', [
    [`EVAL ${COUNT_IN_WINDOW} 1 c 1 60000`, [1, 60000]],
    [`EVAL ${COUNT_IN_WINDOW} 1 c 5 90000`, [6, between(50_000, 60_000)]],
  ]),
  conform('EVALSHA knows what was loaded', [
    [`EVALSHA ${RELEASE_SHA} 1 lock me`, { error: 'NOSCRIPT No matching script. Please use EVAL.' }],
    [`SCRIPT EXISTS ${RELEASE_SHA}`, [0]],
    [`SCRIPT LOAD ${RELEASE_LOCK}`, 'e9f69f2beb755be68b5e456ee2ce9aadfbc4ebf4'],
    [`SCRIPT EXISTS ${RELEASE_SHA} ffffffffffffffffffffffffffffffffffffffff`, [1, 0]],
    ['SET lock me', OK],
    [`EVALSHA ${RELEASE_SHA} 1 lock me`, 1],
    ['SCRIPT FLUSH', OK],
    [`EVALSHA ${RELEASE_SHA} 1 lock me`, { error: 'NOSCRIPT No matching script. Please use EVAL.' }],
  ]),
  conform('EVALSHA after EVAL', [
    [`EVAL ${RELEASE_LOCK} 1 lock me`, 0],
    [`EVALSHA ${RELEASE_SHA} 1 lock me`, 0],
  ]),
  conform('scripts refuse', [
    [`EVAL ${RELEASE_LOCK} 2 lock`, error("Number of keys can't be greater than number of args")],
    [`EVAL ${RELEASE_LOCK} -1 lock`, error("Number of keys can't be negative")],
    [`EVAL ${RELEASE_LOCK} abc lock`, NOT_AN_INTEGER],
    [`EVAL ${RELEASE_LOCK}`, wrongArity('eval')],
    ['EVALSHA abc 0', { error: 'NOSCRIPT No matching script. Please use EVAL.' }],
    ['SCRIPT FOO', error("unknown subcommand 'FOO'. Try SCRIPT HELP.")],
    ['SCRIPT LOAD', wrongArity('script|load')],
    ['SCRIPT FLUSH NOW', error('SCRIPT FLUSH only support SYNC|ASYNC option')],
  ]),
  conform('the error of a command inside a script', [
    ['RPUSH l x', 1],
    [
      `EVAL ${RELEASE_LOCK} 1 l me`,
      {
        error: `WRONGTYPE Operation against a key holding the wrong kind of value script: ${RELEASE_SHA}, on @user_script:1.`,
      },
    ],
    ['SET n abc', OK],
    [
      `EVAL ${COUNT_IN_WINDOW} 1 n 1 1000`,
      error(
        'value is not an integer or out of range script: 81b0d964d58012b76c7ecaa42e39c24622f61343, on @user_script:1.',
      ),
    ],
  ]),
  conform('a script inside MULTI', [
    ['SET lock me', OK],
    ['MULTI', OK],
    [`EVAL ${RELEASE_LOCK} 1 lock me`, QUEUED],
    ['EXISTS lock', QUEUED],
    ['EXEC', [1, 0]],
  ]),
  conform('a script breaks WATCH', [
    ['SET lock me', OK],
    ['WATCH lock', OK],
    [`EVAL ${RELEASE_LOCK} 1 lock me`, 1, 'b'],
    ['MULTI', OK],
    ['PING', QUEUED],
    ['EXEC', NIL_ARRAY],
  ]),
];
