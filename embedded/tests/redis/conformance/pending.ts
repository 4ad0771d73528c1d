// Pending entries: XACK, XPENDING, XCLAIM, XAUTOCLAIM.
import {
  between,
  type ConformanceCase,
  conform,
  error,
  NIL_ARRAY,
  NOT_AN_INTEGER,
  OK,
  SYNTAX_ERROR,
  wrongArity,
} from './case.js';

export const PENDING_CASES: readonly ConformanceCase[] = [
  conform('XACK of what does not exist', [
    ['XACK missing g 1-1', 0],
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    ['XACK s missing 1-1', 0],
    ['XACK s g 1-1', 0],
    ['XACK s g abc', error('Invalid stream ID specified as stream command argument')],
    ['XACK s g', wrongArity('xack')],
  ]),
  conform('XPENDING in short', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XPENDING s g', [0, null, null, NIL_ARRAY]],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    ['XREADGROUP GROUP g bob COUNT 1 STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    [
      'XREADGROUP GROUP g alice STREAMS s >',
      [
        [
          's',
          [
            ['1-2', ['f', '2']],
            ['1-3', ['f', '3']],
          ],
        ],
      ],
    ],
    [
      'XPENDING s g',
      [
        3,
        '1-1',
        '1-3',
        [
          ['alice', '2'],
          ['bob', '1'],
        ],
      ],
    ],
    ['XPENDING s missing', { error: "NOGROUP No such key 's' or consumer group 'missing'" }],
    ['XPENDING missing g', { error: "NOGROUP No such key 'missing' or consumer group 'g'" }],
  ]),
  conform('XPENDING in full', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    [
      'XREADGROUP GROUP g bob COUNT 2 STREAMS s >',
      [
        [
          's',
          [
            ['1-1', ['f', '1']],
            ['1-2', ['f', '2']],
          ],
        ],
      ],
    ],
    ['XREADGROUP GROUP g alice STREAMS s >', [['s', [['1-3', ['f', '3']]]]]],
    ['XPENDING s g - + 1', [['1-1', 'bob', between(0, 5_000), 1]]],
    ['XPENDING s g - + 10 alice', [['1-3', 'alice', between(0, 5_000), 1]]],
    ['XPENDING s g (1-1 1-2 10', [['1-2', 'bob', between(0, 5_000), 1]]],
    ['XPENDING s g - + 10 nobody', []],
    ['XPENDING s g IDLE 60000 - + 10', []],
    ['XPENDING s g IDLE 0 - + 1', [['1-1', 'bob', between(0, 5_000), 1]]],
    ['XPENDING s g - + 0', []],
    ['XPENDING s g - + -1', []],
    ['XPENDING s g - +', SYNTAX_ERROR],
    ['XPENDING s g - + abc', NOT_AN_INTEGER],
    ['XPENDING s g abc + 10', error('Invalid stream ID specified as stream command argument')],
    ['XPENDING s g IDLE abc - + 10', NOT_AN_INTEGER],
    ['XPENDING s missing - + 10', { error: "NOGROUP No such key 's' or consumer group 'missing'" }],
  ]),
  conform('XCLAIM', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    [
      'XREADGROUP GROUP g alice STREAMS s >',
      [
        [
          's',
          [
            ['1-1', ['f', '1']],
            ['1-2', ['f', '2']],
          ],
        ],
      ],
    ],
    ['XCLAIM s g bob 60000 1-1', []],
    ['XCLAIM s g bob 0 1-1', [['1-1', ['f', '1']]]],
    ['XCLAIM s g bob 0 1-2 JUSTID', ['1-2']],
    [
      'XPENDING s g - + 10',
      [
        ['1-1', 'bob', between(0, 5_000), 2],
        ['1-2', 'bob', between(0, 5_000), 1],
      ],
    ],
    ['XCLAIM s g carol 0 1-1 IDLE 50000 RETRYCOUNT 7', [['1-1', ['f', '1']]]],
    ['XPENDING s g - + 1', [['1-1', 'carol', between(50_000, 55_000), 7]]],
    ['XCLAIM s g carol 0 9-9', []],
    ['XCLAIM s g carol 0 9-9 FORCE', []],
    ['XCLAIM missing g c 0 1-1', { error: "NOGROUP No such key 'missing' or consumer group 'g'" }],
    ['XCLAIM s missing c 0 1-1', { error: "NOGROUP No such key 's' or consumer group 'missing'" }],
  ]),
  conform('XCLAIM FORCE and LASTID', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XCLAIM s g c 0 1-1', []],
    ['XCLAIM s g c 0 1-1 FORCE', [['1-1', ['f', '1']]]],
    ['XCLAIM s g c 0 1-1 FORCE LASTID 1-1', [['1-1', ['f', '1']]]],
    ['XREADGROUP GROUP g c STREAMS s >', [['s', [['1-2', ['f', '2']]]]]],
    ['XPENDING s g', [2, '1-1', '1-2', [['c', '2']]]],
  ]),
  conform('XCLAIM TIME counts as idle since then', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XREADGROUP GROUP g c STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    ['XCLAIM s g c 0 1-1 TIME 1000', [['1-1', ['f', '1']]]],
    ['XPENDING s g IDLE 1000000 - + 10', [['1-1', 'c', between(1e12, 9e12), 2]]],
  ]),
  conform('XCLAIM of a deleted entry forgets it', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    [
      'XREADGROUP GROUP g c STREAMS s >',
      [
        [
          's',
          [
            ['1-1', ['f', '1']],
            ['1-2', ['f', '2']],
          ],
        ],
      ],
    ],
    ['XDEL s 1-1', 1],
    ['XCLAIM s g d 0 1-1 1-2', [['1-2', ['f', '2']]]],
    ['XPENDING s g', [1, '1-2', '1-2', [['d', '1']]]],
  ]),
  conform('XCLAIM refuses', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XCLAIM s g c abc 1-1', error('Invalid min-idle-time argument for XCLAIM')],
    ['XCLAIM s g c 0 abc', error("Unrecognized XCLAIM option 'abc'")],
    ['XCLAIM s g c 0 1-1 FOO', error("Unrecognized XCLAIM option 'FOO'")],
    ['XCLAIM s g c 0 1-1 IDLE abc', error('Invalid IDLE option argument for XCLAIM')],
    ['XCLAIM s g c 0 1-1 IDLE', error("Unrecognized XCLAIM option 'IDLE'")],
    ['XCLAIM s g c 0', wrongArity('xclaim')],
  ]),
  conform('XAUTOCLAIM', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    [
      'XREADGROUP GROUP g alice STREAMS s >',
      [
        [
          's',
          [
            ['1-1', ['f', '1']],
            ['1-2', ['f', '2']],
            ['1-3', ['f', '3']],
          ],
        ],
      ],
    ],
    ['XAUTOCLAIM s g bob 60000 0', ['0-0', [], []]],
    [
      'XAUTOCLAIM s g bob 0 0 COUNT 2',
      [
        '1-3',
        [
          ['1-1', ['f', '1']],
          ['1-2', ['f', '2']],
        ],
        [],
      ],
    ],
    ['XAUTOCLAIM s g bob 0 1-3 COUNT 2', ['0-0', [['1-3', ['f', '3']]], []]],
    ['XAUTOCLAIM s g bob 0 0 COUNT 1 JUSTID', ['1-2', ['1-1'], []]],
    ['XAUTOCLAIM s g bob 0 (1-2', ['0-0', [['1-3', ['f', '3']]], []]],
    [
      'XPENDING s g - + 10',
      [
        ['1-1', 'bob', between(0, 5_000), 2],
        ['1-2', 'bob', between(0, 5_000), 2],
        ['1-3', 'bob', between(0, 5_000), 3],
      ],
    ],
    [
      'XAUTOCLAIM s g bob 0 -',
      [
        '0-0',
        [
          ['1-1', ['f', '1']],
          ['1-2', ['f', '2']],
          ['1-3', ['f', '3']],
        ],
        [],
      ],
    ],
  ]),
  conform('XAUTOCLAIM forgets deleted entries and names them', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    [
      'XREADGROUP GROUP g alice STREAMS s >',
      [
        [
          's',
          [
            ['1-1', ['f', '1']],
            ['1-2', ['f', '2']],
            ['1-3', ['f', '3']],
          ],
        ],
      ],
    ],
    ['XDEL s 1-1 1-3', 2],
    ['XAUTOCLAIM s g bob 0 0', ['0-0', [['1-2', ['f', '2']]], ['1-1', '1-3']]],
    ['XPENDING s g', [1, '1-2', '1-2', [['bob', '1']]]],
    ['XAUTOCLAIM s g bob 0 0', ['0-0', [['1-2', ['f', '2']]], []]],
  ]),
  conform('XAUTOCLAIM counts deleted entries too', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    [
      'XREADGROUP GROUP g alice STREAMS s >',
      [
        [
          's',
          [
            ['1-1', ['f', '1']],
            ['1-2', ['f', '2']],
            ['1-3', ['f', '3']],
          ],
        ],
      ],
    ],
    ['XDEL s 1-1', 1],
    ['XAUTOCLAIM s g bob 0 0 COUNT 1', ['1-2', [], ['1-1']]],
    ['XAUTOCLAIM s g bob 0 0 COUNT 1', ['1-3', [['1-2', ['f', '2']]], []]],
    ['XAUTOCLAIM s g bob 60000 0 COUNT 1', ['0-0', [], []]],
  ]),
  conform('XAUTOCLAIM refuses', [
    ['XAUTOCLAIM missing g c 0 0', { error: "NOGROUP No such key 'missing' or consumer group 'g'" }],
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XAUTOCLAIM s missing c 0 0', { error: "NOGROUP No such key 's' or consumer group 'missing'" }],
    ['XAUTOCLAIM s g c abc 0', error('Invalid min-idle-time argument for XAUTOCLAIM')],
    ['XAUTOCLAIM s g c 0 abc', error('Invalid stream ID specified as stream command argument')],
    ['XAUTOCLAIM s g c 0 0 COUNT 0', error('COUNT must be > 0')],
    ['XAUTOCLAIM s g c 0 0 COUNT abc', error('COUNT must be > 0')],
    ['XAUTOCLAIM s g c 0 0 FOO', SYNTAX_ERROR],
    ['XAUTOCLAIM s g c 0', wrongArity('xautoclaim')],
    ['XAUTOCLAIM s g c 0 0', ['0-0', [], []]],
    ['XAUTOCLAIM s g c -5 0', ['0-0', [], []]],
  ]),
];
