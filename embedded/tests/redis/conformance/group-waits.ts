// Consumers that wait for news of their group.
import { type ConformanceCase, conform, NIL_ARRAY, OK, QUEUED } from './case.js';

export const GROUP_WAITS_CASES: readonly ConformanceCase[] = [
  conform('XREADGROUP BLOCK ends with its time', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    ['XREADGROUP GROUP g c BLOCK 5 STREAMS s >', NIL_ARRAY],
    ['XREADGROUP GROUP g c BLOCK 5 STREAMS s 0', [['s', []]]],
  ]),
  conform('XREADGROUP BLOCK is woken, first come first served', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    { send: 'XREADGROUP GROUP g first BLOCK 0 COUNT 1 STREAMS s >', on: 'b' },
    { blocked: 1 },
    { send: 'XREADGROUP GROUP g second BLOCK 0 COUNT 1 STREAMS s >', on: 'c' },
    { blocked: 2 },
    ['XADD s 1-1 f 1', '1-1'],
    { answer: [['s', [['1-1', ['f', '1']]]]], on: 'b' },
    { blocked: 1 },
    ['XADD s 1-2 f 2', '1-2'],
    { answer: [['s', [['1-2', ['f', '2']]]]], on: 'c' },
    [
      'XPENDING s g',
      [
        2,
        '1-1',
        '1-2',
        [
          ['first', '1'],
          ['second', '1'],
        ],
      ],
    ],
  ]),
  conform('one MULTI with two entries serves two waiting consumers', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    { send: 'XREADGROUP GROUP g first BLOCK 0 COUNT 1 STREAMS s >', on: 'b' },
    { blocked: 1 },
    { send: 'XREADGROUP GROUP g second BLOCK 0 COUNT 1 STREAMS s >', on: 'c' },
    { blocked: 2 },
    ['MULTI', OK],
    ['XADD s 1-1 f 1', QUEUED],
    ['XADD s 1-2 f 2', QUEUED],
    ['EXEC', ['1-1', '1-2']],
    { answer: [['s', [['1-1', ['f', '1']]]]], on: 'b' },
    { answer: [['s', [['1-2', ['f', '2']]]]], on: 'c' },
  ]),
  conform('the group of a waiting consumer is destroyed', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    { send: 'XREADGROUP GROUP g c BLOCK 0 STREAMS s >', on: 'b' },
    { blocked: 1 },
    ['XGROUP DESTROY s g', 1],
    { answer: { error: 'NOGROUP the consumer group this client was blocked on no longer exists' }, on: 'b' },
  ]),
  conform('the stream of a waiting consumer is deleted', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    { send: 'XREADGROUP GROUP g c BLOCK 0 STREAMS s >', on: 'b' },
    { blocked: 1 },
    ['DEL s', 1],
    { answer: { error: 'UNBLOCKED the stream key no longer exists' }, on: 'b' },
  ]),
  conform('the stream of a waiting consumer becomes something else', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    { send: 'XREADGROUP GROUP g c BLOCK 0 STREAMS s >', on: 'b' },
    { blocked: 1 },
    ['SET s v', OK],
    { answer: { error: 'UNBLOCKED the stream key no longer exists' }, on: 'b' },
  ]),
];
