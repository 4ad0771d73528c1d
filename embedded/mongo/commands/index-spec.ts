// Reads an index specification; kinds and options that are not known here are refused by name.
import { Int32 } from 'bson';
import { CommandError, unsupported } from '../errors.js';
import { compileFilter } from '../match/compile-filter.js';
import { isNumber, isTruthy, toNumber } from '../values/numbers.js';
import { show } from '../values/show.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { checkCollation } from './options.js';

const KEPT = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'hidden',
  'expireAfterSeconds',
  'partialFilterExpression',
]);
const IGNORED = new Set(['background', 'ns', 'collation']);

const cannot = (message: string): CommandError => new CommandError(67, 'CannotCreateIndex', message);

function checkKey(key: Value): Document {
  if (!isDocument(key) || Object.keys(key).length === 0) throw cannot('Index keys cannot be empty.');
  for (const [field, direction] of Object.entries(key)) {
    if (typeof direction === 'string') throw unsupported(`an index of type '${direction}' (${field})`);
    if (!isNumber(direction) || toNumber(direction) === 0) {
      throw cannot(`Values in the index key pattern must be numbers other than 0, not ${show(direction)}`);
    }
    if (field.split('.').includes('$**')) throw unsupported('a wildcard index ($**)');
    if (field === '' || field.split('.').includes('')) throw cannot('Index keys cannot contain an empty field.');
  }
  return key;
}

/** The specification as it is stored and listed. */
export function readIndexSpec(given: Document): Document {
  const key = checkKey(given['key']);
  checkCollation(given['collation']);
  const spec: Document = { v: new Int32(2), key, name: given['name'] };
  if (typeof spec['name'] !== 'string' || spec['name'] === '') throw cannot('The index needs a name');
  for (const [option, value] of Object.entries(given)) {
    if (IGNORED.has(option) || option === 'v' || option === 'key' || option === 'name') continue;
    if (!KEPT.has(option)) throw unsupported(`the index option '${option}'`);
    // Stored as true: `unique: 1` is what some clients send.
    if (['unique', 'sparse', 'hidden'].includes(option)) {
      if (isTruthy(value)) spec[option] = true;
    } else spec[option] = value;
  }
  const seconds = spec['expireAfterSeconds'];
  if (seconds !== undefined) {
    if (!isNumber(seconds) || toNumber(seconds) < 0) throw cannot('TTL indexes need a number of seconds of at least 0');
    if (Object.keys(key).length > 1) throw cannot('TTL indexes are single-field indexes');
  }
  const partial = spec['partialFilterExpression'];
  if (partial !== undefined) {
    if (!isDocument(partial)) throw cannot('partialFilterExpression for an index must be a document');
    compileFilter(partial);
    if (spec['sparse'] === true) throw cannot('cannot mix "partialFilterExpression" and "sparse" options');
  }
  return spec;
}
