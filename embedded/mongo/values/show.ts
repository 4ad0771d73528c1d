// Values as they appear in error messages, in the shell's notation.
import { type BSONRegExp, Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import { isDocument, type Value } from './types.js';

export function show(value: Value): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Decimal128) return `Decimal128('${value.toString()}')`;
  if (value instanceof Int32 || value instanceof Double || value instanceof Long) return value.toString();
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  if (isDocument(value)) {
    const fields = Object.keys(value).map((name) => `${name}: ${show(value[name])}`);
    return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
  }
  if (typeof value === 'object' && value._bsontype === 'BSONRegExp') {
    return `/${(value as BSONRegExp).pattern}/${(value as BSONRegExp).options}`;
  }
  return JSON.stringify(value);
}
