// XINFO of groups: what is still to read, and who reads.
import { between, type ConformanceCase, conform, conform3, error, NIL_ARRAY, OK, wrongArity } from './case.js';

export const GROUP_DETAILS_CASES: readonly ConformanceCase[] = [
  conform('XINFO GROUPS counts what is still to read', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XGROUP CREATE s late $', OK],
    [
      'XINFO GROUPS s',
      [
        ['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '0-0', 'entries-read', null, 'lag', 0],
        ['name', 'late', 'consumers', 0, 'pending', 0, 'last-delivered-id', '0-0', 'entries-read', null, 'lag', 0],
      ],
    ],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    [
      'XINFO GROUPS s',
      [
        ['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '0-0', 'entries-read', null, 'lag', 3],
        ['name', 'late', 'consumers', 0, 'pending', 0, 'last-delivered-id', '0-0', 'entries-read', null, 'lag', 3],
      ],
    ],
    ['XREADGROUP GROUP g c COUNT 1 STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    [
      'XINFO GROUPS s',
      [
        ['name', 'g', 'consumers', 1, 'pending', 1, 'last-delivered-id', '1-1', 'entries-read', 1, 'lag', 2],
        ['name', 'late', 'consumers', 0, 'pending', 0, 'last-delivered-id', '0-0', 'entries-read', null, 'lag', 3],
      ],
    ],
    ['XDEL s 1-2', 1],
    [
      'XINFO GROUPS s',
      [
        ['name', 'g', 'consumers', 1, 'pending', 1, 'last-delivered-id', '1-1', 'entries-read', 1, 'lag', null],
        ['name', 'late', 'consumers', 0, 'pending', 0, 'last-delivered-id', '0-0', 'entries-read', null, 'lag', null],
      ],
    ],
    ['XREADGROUP GROUP g c STREAMS s >', [['s', [['1-3', ['f', '3']]]]]],
    [
      'XINFO GROUPS s',
      [
        ['name', 'g', 'consumers', 1, 'pending', 2, 'last-delivered-id', '1-3', 'entries-read', 2, 'lag', 1],
        ['name', 'late', 'consumers', 0, 'pending', 0, 'last-delivered-id', '0-0', 'entries-read', null, 'lag', null],
      ],
    ],
    ['XINFO GROUPS missing', error('no such key')],
  ]),
  conform('the lag after trimming and deleting', [
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XADD s 1-3 f 3', '1-3'],
    ['XADD s 1-4 f 4', '1-4'],
    ['XGROUP CREATE s g 1-2', OK],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '1-2', 'entries-read', null, 'lag', null]],
    ],
    ['XTRIM s MAXLEN 2', 2],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '1-2', 'entries-read', null, 'lag', 2]],
    ],
    ['XDEL s 1-3', 1],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '1-2', 'entries-read', null, 'lag', 1]],
    ],
    ['XDEL s 1-4', 1],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '1-2', 'entries-read', null, 'lag', 0]],
    ],
    ['XREADGROUP GROUP g c STREAMS s >', NIL_ARRAY],
    ['XADD s 1-5 f 5', '1-5'],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '1-2', 'entries-read', null, 'lag', 1]],
    ],
    ['XREADGROUP GROUP g c STREAMS s >', [['s', [['1-5', ['f', '5']]]]]],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 1, 'pending', 1, 'last-delivered-id', '1-5', 'entries-read', 5, 'lag', 0]],
    ],
  ]),
  conform3('XINFO GROUPS and CONSUMERS in RESP3', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XREADGROUP GROUP g c STREAMS s >', { map: [['s', [['1-1', ['f', '1']]]]] }],
    [
      'XINFO GROUPS s',
      [
        {
          map: [
            ['name', 'g'],
            ['consumers', 1],
            ['pending', 1],
            ['last-delivered-id', '1-1'],
            ['entries-read', 1],
            ['lag', 0],
          ],
        },
      ],
    ],
    [
      'XINFO CONSUMERS s g',
      [
        {
          map: [
            ['name', 'c'],
            ['pending', 1],
            ['idle', between(0, 5_000)],
          ],
        },
      ],
    ],
  ]),
  conform('XINFO CONSUMERS', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XINFO CONSUMERS s g', []],
    ['XINFO CONSUMERS s missing', { error: "NOGROUP No such consumer group 'missing' for key name 's'" }],
    ['XINFO CONSUMERS missing g', error('no such key')],
    ['XINFO CONSUMERS s', wrongArity('xinfo|consumers')],
    ['XADD s 1-1 f 1', '1-1'],
    ['XREADGROUP GROUP g zoe STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    ['XREADGROUP GROUP g amy STREAMS s >', NIL_ARRAY],
    ['XINFO CONSUMERS s g', [['name', 'zoe', 'pending', 1, 'idle', between(0, 5_000)]]],
  ]),
  conform('XINFO CONSUMERS of two, by name', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XREADGROUP GROUP g zoe COUNT 1 STREAMS s >', [['s', [['1-1', ['f', '1']]]]]],
    ['XREADGROUP GROUP g amy STREAMS s >', [['s', [['1-2', ['f', '2']]]]]],
    [
      'XINFO CONSUMERS s g',
      [
        ['name', 'amy', 'pending', 1, 'idle', between(0, 5_000)],
        ['name', 'zoe', 'pending', 1, 'idle', between(0, 5_000)],
      ],
    ],
  ]),
  conform('the newest entries were deleted before they were read', [
    ['XADD s 1-1 f 1', '1-1'],
    ['XADD s 1-2 f 2', '1-2'],
    ['XGROUP CREATE s g 1-1', OK],
    ['XDEL s 1-2', 1],
    ['XREADGROUP GROUP g c STREAMS s >', NIL_ARRAY],
    ['XREAD STREAMS s 1-1', NIL_ARRAY],
    ['XINFO CONSUMERS s g', []],
    [
      'XINFO GROUPS s',
      [['name', 'g', 'consumers', 0, 'pending', 0, 'last-delivered-id', '1-1', 'entries-read', null, 'lag', null]],
    ],
  ]),
  conform('claiming nothing makes no consumer known', [
    ['XGROUP CREATE s g 0 MKSTREAM', OK],
    ['XADD s 1-1 f 1', '1-1'],
    ['XCLAIM s g c 0 1-1', []],
    ['XAUTOCLAIM s g c 0 0', ['0-0', [], []]],
    ['XINFO CONSUMERS s g', []],
    ['XCLAIM s g c 0 1-1 FORCE', [['1-1', ['f', '1']]]],
    ['XINFO CONSUMERS s g', [['name', 'c', 'pending', 1, 'idle', between(0, 5_000)]]],
  ]),
];
