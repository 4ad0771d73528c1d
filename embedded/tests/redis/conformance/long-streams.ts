// A stream of 250 entries: approximate trimming drops whole blocks of 100 only.
import { type ConformanceCase, conform, type Step } from './case.js';

const FILL: readonly Step[] = Array.from({ length: 250 }, (_, at) => [`XADD s ${at + 1} f v`, `${at + 1}-0`]);

export const LONG_STREAMS_CASES: readonly ConformanceCase[] = [
  conform('approximate trimming drops whole blocks', [
    ...FILL,
    ['XTRIM s MAXLEN ~ 151', 0],
    ['XADD s MAXLEN ~ 100 251 f v', '251-0'],
    ['XLEN s', 151],
    ['XTRIM s MAXLEN ~ 60', 0],
    ['XTRIM s MINID ~ 200', 0],
    ['XTRIM s MINID ~ 220', 100],
    ['XTRIM s MAXLEN = 40', 11],
    ['XRANGE s - + COUNT 1', [['212-0', ['f', 'v']]]],
  ]),
  conform('approximate trimming stops at its limit', [
    ...FILL,
    ['XTRIM s MAXLEN ~ 10 LIMIT 100', 100],
    ['XTRIM s MAXLEN ~ 10 LIMIT 99', 0],
    ['XTRIM s MAXLEN ~ 10', 100],
    ['XLEN s', 50],
  ]),
];
