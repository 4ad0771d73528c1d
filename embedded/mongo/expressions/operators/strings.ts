// Expressions over strings. Positions and lengths count code points (CP) or UTF-8 bytes.
import { BSONRegExp } from 'bson';
import { location } from '../../errors.js';
import { isNumber, toNumber } from '../../values/numbers.js';
import { compareStrings } from '../../values/order.js';
import { compilePattern } from '../../values/regex.js';
import type { Value } from '../../values/types.js';
import { isMissing, named, needString, type OperatorTable, positional, strict } from '../operator.js';
import { textOf } from './convert.js';

const orEmpty = (value: Value): string => (isMissing(value) ? '' : textOf(value));

function count(name: string, value: Value): number {
  if (!isNumber(value)) throw location(34450, `${name} needs whole numbers`);
  return toNumber(value);
}

function substringPoints(text: Value, start: Value, length: Value): Value {
  const points = [...orEmpty(text)];
  const from = count('$substrCP', start);
  const size = count('$substrCP', length);
  return points.slice(from, size < 0 ? undefined : from + size).join('');
}

function substringBytes(text: Value, start: Value, length: Value): Value {
  const bytes = Buffer.from(orEmpty(text), 'utf8');
  const from = count('$substrBytes', start);
  const size = count('$substrBytes', length);
  return bytes.subarray(from, size < 0 ? undefined : from + size).toString('utf8');
}

function trim(name: string, sides: 'both' | 'left' | 'right'): (values: Record<string, Value>) => Value {
  return ({ input, chars }) => {
    if (isMissing(input)) return null;
    const text = [...needString(name, input)];
    const drop = isMissing(chars)
      ? (c: string) => /[\s\0]/.test(c)
      : (c: string) => needString(name, chars).includes(c);
    let from = 0;
    let to = text.length;
    if (sides !== 'right') while (from < to && drop(text[from]!)) from += 1;
    if (sides !== 'left') while (to > from && drop(text[to - 1]!)) to -= 1;
    return text.slice(from, to).join('');
  };
}

function replace(name: string, all: boolean): (values: Record<string, Value>) => Value {
  return ({ input, find, replacement }) => {
    if (isMissing(input) || isMissing(find) || isMissing(replacement)) return null;
    const [text, from, to] = [needString(name, input), needString(name, find), needString(name, replacement)];
    return all ? text.split(from).join(to) : text.replace(from, () => to);
  };
}

function pattern(name: string, { regex, options }: Record<string, Value>): RegExp {
  if (typeof regex === 'string') return compilePattern(regex, isMissing(options) ? '' : needString(name, options), 'g');
  if (!(regex instanceof BSONRegExp)) throw location(51105, `${name} needs 'regex' to be a string or a regex`);
  return compilePattern(regex.pattern, isMissing(options) ? regex.options : needString(name, options), 'g');
}

const describeMatch = (match: RegExpMatchArray): Value => ({
  match: match[0],
  idx: [...match.input!.slice(0, match.index)].length,
  captures: match.slice(1).map((capture) => capture ?? null),
});

function findAll(name: string, values: Record<string, Value>): Value[] {
  if (isMissing(values['input']) || isMissing(values['regex'])) return [];
  return [...needString(name, values['input']).matchAll(pattern(name, values))].map(describeMatch);
}

const REGEX = [['input', 'regex'], ['options']] as const;

export const stringOperators: OperatorTable = {
  $concat: strict(1, 1000, (...parts) => parts.map((part) => needString('$concat', part)).join('')),
  $toUpper: positional(1, 1, (text) => orEmpty(text).toUpperCase()),
  $toLower: positional(1, 1, (text) => orEmpty(text).toLowerCase()),
  $strLenCP: positional(1, 1, (text) => [...needString('$strLenCP', text)].length),
  $strLenBytes: positional(1, 1, (text) => Buffer.byteLength(needString('$strLenBytes', text), 'utf8')),
  $substrCP: positional(3, 3, substringPoints),
  $substrBytes: positional(3, 3, substringBytes),
  $substr: positional(3, 3, substringBytes),
  $strcasecmp: positional(2, 2, (a, b) =>
    Math.sign(compareStrings(orEmpty(a).toUpperCase(), orEmpty(b).toUpperCase())),
  ),
  $split: strict(2, 2, (text, separator) => {
    if (separator === '') throw location(40087, '$split requires a non-empty separator');
    return needString('$split', text).split(needString('$split', separator));
  }),
  $indexOfCP: strict(2, 2, (text, part) => {
    const at = needString('$indexOfCP', text).indexOf(needString('$indexOfCP', part));
    return at < 0 ? -1 : [...(text as string).slice(0, at)].length;
  }),
  $trim: named(['input'], ['chars'], trim('$trim', 'both')),
  $ltrim: named(['input'], ['chars'], trim('$ltrim', 'left')),
  $rtrim: named(['input'], ['chars'], trim('$rtrim', 'right')),
  $replaceOne: named(['input', 'find', 'replacement'], [], replace('$replaceOne', false)),
  $replaceAll: named(['input', 'find', 'replacement'], [], replace('$replaceAll', true)),
  $regexMatch: named(...REGEX, (values) => findAll('$regexMatch', values).length > 0),
  $regexFind: named(...REGEX, (values) => findAll('$regexFind', values)[0] ?? null),
  $regexFindAll: named(...REGEX, (values) => findAll('$regexFindAll', values)),
};
