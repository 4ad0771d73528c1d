// Leaf values that are valid and inconvenient, and some that are not valid at all.
import { type GraphQLLeafType, isEnumType } from 'graphql';
import { pick } from './roll.js';

const LONG = 'long '.repeat(300);
const strings = [
  '',
  'plain',
  'with "quotes" and \\',
  'läuft ünïcode 😀',
  '\ud83d',
  '\udc00x',
  '\u0000\u001f\u007f\n\t',
  '\u2028\u2029</script>',
  '__proto__',
  'null',
  LONG,
];
const ints = [0, 1, -1, 42, 2147483647, -2147483648];
/** `MINUS_ZERO` is written as -0, which JSON.stringify cannot. */
export const MINUS_ZERO = '(minus zero)';
const floats = [0, 1.5, -2.25, 1e21, 1e-7, 3, 1.7976931348623157e308, 5e-324, MINUS_ZERO];
const anything: readonly unknown[] = [
  'text',
  7,
  -0.5,
  true,
  { a: 1, '"': [null, { constructor: 'x' }] },
  [],
  ['😀', [1]],
  { toString: 1 },
  {},
];

export function leafValue(type: GraphQLLeafType, rolled: number): unknown {
  if (isEnumType(type)) return pick(type.getValues(), rolled).name;
  switch (type.name) {
    case 'String':
      return pick(strings, rolled);
    case 'ID':
      return pick(['id', 'a"b', 12, 0, '7', 2147483647], rolled);
    case 'Int':
      return pick(ints, rolled);
    case 'Float':
      return pick(floats, rolled);
    case 'Boolean':
      return rolled % 2 === 0;
    default:
      return pick(anything, rolled);
  }
}

/** A value that its type does not have; custom scalars have them all. */
export function wrongLeaf(type: GraphQLLeafType, rolled: number): unknown {
  if (isEnumType(type)) return pick(['NO_SUCH_VALUE', 3, ''], rolled);
  switch (type.name) {
    case 'String':
      return pick([5, true], rolled);
    case 'ID':
      return pick([true, 1.5], rolled);
    case 'Int':
      return pick(['12', 2147483648, 0.5], rolled);
    case 'Float':
      return pick(['1.5', true], rolled);
    case 'Boolean':
      return pick(['true', 0], rolled);
    default:
      return leafValue(type, rolled);
  }
}
