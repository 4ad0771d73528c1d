// Consumer groups: delivery, acknowledgement, claims.
import {
  between,
  type ConformanceCase,
  conform,
  conform3,
  error,
  NIL_ARRAY,
  NOT_AN_INTEGER,
  OK,
  SYNTAX_ERROR,
  wrongArity,
} from './case.js';

export const GROUPS_CASES: readonly ConformanceCase[] = [
  conform('XGROUP CREATE from the start and from the end', [
    ['XADD s 1-1 f 1', '1-1'],
    ['XGROUP CREATE s all 0', OK],
    ['XGROUP CREATE s new $', OK],
    ['XGROUP CREATE s some 1-1', OK],
    ['XREADGROUP GROUP all c STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    ['XREADGROUP GROUP new c STREAMS s >', NIL_ARRAY],
    ['XADD s 1-2 f 2', '1-2'],
    ['XREADGROUP GROUP new c STREAMS s >', [['s', [['1-2', ['f', '2']]]]]],
    ['XREADGROUP GROUP some c STREAMS s >', [['s', [['1-2', ['f', '2']]]]]],
  ]),
  conform('XGROUP CREATE refuses', [
    [
      'XGROUP CREATE missing g 0',
      error(
        'The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.',
      ),
    ],
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    ['XLEN s', 0],
    ['XGROUP CREATE s g 0', { error: 'BUSYGROUP Consumer Group name already exists' }],
    ['XGROUP CREATE s g 0 MKSTREAM', { error: 'BUSYGROUP Consumer Group name already exists' }],
    ['XGROUP CREATE s h abc', error('Invalid stream ID specified as stream command argument')],
    [
      'XGROUP CREATE s h 0 FOO',
      error("unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP."),
    ],
    ['XGROUP CREATE s h', wrongArity('xgroup|create')],
    ['XGROUP FOO s h', error("unknown subcommand 'FOO'. Try XGROUP HELP.")],
    ['XGROUP', wrongArity('xgroup')],
  ]),
  conform('XGROUP CREATE does not leave a stream behind when it refuses', [
    ['XGROUP CREATE s g abc MKSTREAM', error('Invalid stream ID specified as stream command argument')],
    ['EXISTS s', 0],
  ]),
  conform('XGROUP DESTROY', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    ['XGROUP DESTROY s g', 1],
    ['XGROUP DESTROY s g', 0],
    [
      'XGROUP DESTROY missing g',
      error(
        'The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.',
      ),
    ],
    [
      'XREADGROUP GROUP g c STREAMS s >',
      { error: "NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option" },
    ],
  ]),
  conform('XGROUP SETID', [
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XGROUP CREATE s g $', OK],
    ['XGROUP SETID s g 0', OK],
    ['XREADGROUP GROUP g c COUNT 1 STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    ['XGROUP SETID s g $', OK],
    ['XREADGROUP GROUP g c STREAMS s >', NIL_ARRAY],
    ['XGROUP SETID s missing 0', { error: "NOGROUP No such consumer group 'missing' for key name 's'" }],
    [
      'XGROUP SETID missing g 0',
      error(
        'The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.',
      ),
    ],
    ['XGROUP SETID s g abc', error('Invalid stream ID specified as stream command argument')],
    ['XGROUP SETID s g 0 ENTRIESREAD 2', OK],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 1, 'pending', 1, 'last-delivered-id', '0-0', 'entries-read', 2, 'lag', 0]],
    ],
    ['XGROUP SETID s g 0 ENTRIESREAD -5', error('value for ENTRIESREAD must be positive or -1')],
  ]),
  conform('XGROUP CREATECONSUMER and DELCONSUMER', [
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    ['XGROUP CREATECONSUMER s g c', 1],
    ['XGROUP CREATECONSUMER s g c', 0],
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
    ['XGROUP DELCONSUMER s g c', 2],
    ['XGROUP DELCONSUMER s g c', 0],
    ['XPENDING s g', [0, null, null, NIL_ARRAY]],
    ['XGROUP CREATECONSUMER s missing c', { error: "NOGROUP No such consumer group 'missing' for key name 's'" }],
    [
      'XGROUP DELCONSUMER missing g c',
      error(
        'The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.',
      ),
    ],
  ]),
  conform('XREADGROUP delivers once, then again from the history', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    [
      'XREADGROUP GROUP g alice COUNT 2 STREAMS s >',
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
    ['XREADGROUP GROUP g bob STREAMS s >', [['s', [['1-3', ['f', '3']]]]]],
    ['XREADGROUP GROUP g bob STREAMS s >', NIL_ARRAY],
    [
      'XREADGROUP GROUP g alice STREAMS s 0',
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
    ['XREADGROUP GROUP g alice COUNT 1 STREAMS s 0', [['s', [['1-1', ['f', '1']]]]]],
    ['XREADGROUP GROUP g alice STREAMS s 1-1', [['s', [['1-2', ['f', '2']]]]]],
    ['XREADGROUP GROUP g carol STREAMS s 0', [['s', []]]],
    [
      'XPENDING s g - + 10',
      [
        ['1-1', 'alice', between(0, 5_000), 3],
        ['1-2', 'alice', between(0, 5_000), 3],
        ['1-3', 'bob', between(0, 5_000), 1],
      ],
    ],
    ['XACK s g 1-1 1-3 9-9', 2],
    ['XACK s g 1-1', 0],
    ['XREADGROUP GROUP g alice STREAMS s 0', [['s', [['1-2', ['f', '2']]]]]],
  ]),
  conform3('XREADGROUP is a map in RESP3', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XREADGROUP GROUP g c STREAMS s >', { map: [['s', [['1-1', ['f', '1']]]]] }],
    ['XREADGROUP GROUP g c STREAMS s >', null],
    ['XREADGROUP GROUP g c STREAMS s 0', { map: [['s', [['1-1', ['f', '1']]]]] }],
    ['XPENDING s g', [1, '1-1', '1-1', [['c', '1']]]],
    ['XPENDING s none', { error: "NOGROUP No such key 's' or consumer group 'none'" }],
    ['XDEL s 1-1', 1],
    ['XREADGROUP GROUP g c STREAMS s 0', { map: [['s', [['1-1', null]]]] }],
  ]),
  conform('the history shows deleted entries without fields', [
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
    [
      'XREADGROUP GROUP g c STREAMS s 0',
      [
        [
          's',
          [
            ['1-1', NIL_ARRAY],
            ['1-2', ['f', '2']],
          ],
        ],
      ],
    ],
    ['XPENDING s g', [2, '1-1', '1-2', [['c', '2']]]],
  ]),
  conform('XREADGROUP NOACK leaves nothing pending', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XREADGROUP GROUP g c NOACK STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    ['XPENDING s g', [0, null, null, NIL_ARRAY]],
    ['XINFO CONSUMERS s g', [['name', 'c', 'pending', 0, 'idle', between(0, 5_000)]]],
  ]),
  conform('XREADGROUP of several streams', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XGROUP CREATE t g 0 MKSTREAM', OK],
    ['XADD t 2-1 f 1', '2-1'],
    ['XREADGROUP GROUP g c STREAMS s t > >', [['t', [['2-1', ['f', '1']]]]]],
    ['XADD s 1-1 f 1', '1-1'],
    [
      'XREADGROUP GROUP g c STREAMS s t > 0',
      [
        ['s', [['1-1', ['f', '1']]]],
        ['t', [['2-1', ['f', '1']]]],
      ],
    ],
    [
      'XREADGROUP GROUP g c STREAMS s missing > >',
      { error: "NOGROUP No such key 'missing' or consumer group 'g' in XREADGROUP with GROUP option" },
    ],
  ]),
  conform('XREADGROUP refuses', [
    [
      'XREADGROUP GROUP g c STREAMS s >',
      { error: "NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option" },
    ],
    ['XGROUP CREATE s g $ MKSTREAM', OK],
    [
      'XREADGROUP GROUP missing c STREAMS s >',
      { error: "NOGROUP No such key 's' or consumer group 'missing' in XREADGROUP with GROUP option" },
    ],
    [
      'XREADGROUP GROUP g c STREAMS s $',
      error(
        'The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The $ ID would just return an empty result set.',
      ),
    ],
    [
      'XREADGROUP GROUP g c STREAMS s t >',
      error("Unbalanced XREAD list of streams: for each stream key an ID or '$' must be specified."),
    ],
    ['XREADGROUP GROUP g c STREAMS s abc', error('Invalid stream ID specified as stream command argument')],
    ['XREADGROUP GROUP g c COUNT abc STREAMS s >', NOT_AN_INTEGER],
    ['XREADGROUP GROUP g c BLOCK -1 STREAMS s >', error('timeout is negative')],
    ['XREADGROUP COUNT 1 NOACK STREAMS s >', error('Missing GROUP option for XREADGROUP')],
    ['XREADGROUP FOO g c STREAMS s >', SYNTAX_ERROR],
    ['XREADGROUP STREAMS s >', wrongArity('xreadgroup')],
    ['XINFO CONSUMERS s g', []],
  ]),
];
