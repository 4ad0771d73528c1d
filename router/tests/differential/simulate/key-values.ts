// What keys hold: every leaf of every key of entity number n says n, in its own way, so that any key finds it again.
import { type GraphQLLeafType, isEnumType } from 'graphql';
import { pick, roll } from './roll.js';

const before = ['', 'k', '"q" \\', 'ünï😀', '\u0001\n'];

/** What an Int says more than n: an ID may be 0, but where stock loses a 0 there must be another one. */
const INT = 100;

export function keyValue(type: GraphQLLeafType, owner: string, field: string, n: number): unknown {
  if (isEnumType(type)) return pick(type.getValues(), n).name;
  const way = roll(owner, field, n);
  switch (type.name) {
    case 'Int':
      return n + INT;
    case 'Float':
      return n + 0.5;
    case 'Boolean':
      return n % 2 === 0;
    case 'ID':
      return way % 2 === 0 ? n : `${pick(before, way >>> 1)}~${n}`;
    case 'String':
      return `${pick(before, way)}~${n}`;
    default:
      return { n, of: field };
  }
}

/** The number that a key's leaf says, or null when it is none of ours. */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return Math.floor(value) % INT;
  if (typeof value === 'string' && /~\d+$/.test(value)) return Number(value.slice(value.lastIndexOf('~') + 1));
  if (typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'number') return value.n;
  return null;
}
