// Stages that choose, order and count: $match, $sort, $limit, $skip, $count, $sample and $documents.
import { Int32 } from 'bson';
import { location } from '../errors.js';
import { compileExpression } from '../expressions/compile.js';
import { compileFilter } from '../match/compile-filter.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { sortComparator } from '../values/sort.js';
import { isDocument, type Value } from '../values/types.js';
import type { Stage } from './stage.js';

export const match: Stage = (documents, argument, { variables }) => {
  if (!isDocument(argument)) throw location(15959, 'the match filter must be an expression in an object');
  return documents.filter(compileFilter(argument, variables));
};

export const sort: Stage = (documents, argument) => {
  if (!isDocument(argument) || Object.keys(argument).length === 0) {
    throw location(15976, '$sort stage must have at least one sort key');
  }
  return [...documents].sort(sortComparator(argument));
};

function whole(name: string, value: Value, least: number): number {
  if (!isNumber(value) || !Number.isInteger(toNumber(value)) || toNumber(value) < least) {
    throw location(5107201, `${name} needs a whole number of at least ${least}`);
  }
  return toNumber(value);
}

export const limit: Stage = (documents, argument) => documents.slice(0, whole('$limit', argument, 1));

export const skip: Stage = (documents, argument) => documents.slice(whole('$skip', argument, 0));

export const count: Stage = (documents, argument) => {
  if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.')) {
    throw location(40156, 'the count field must be a non-empty string without $ and dots');
  }
  return documents.length > 0 ? [{ [argument]: new Int32(documents.length) }] : [];
};

/** A uniform choice without repetition: the first steps of a Fisher-Yates shuffle. */
export const sample: Stage = (documents, argument) => {
  if (!isDocument(argument)) throw location(28745, 'the $sample stage specification must be an object');
  const size = whole('$sample', argument['size'], 1);
  const pool = [...documents];
  const chosen = Math.min(size, pool.length);
  for (let i = 0; i < chosen; i++) {
    const other = i + Math.floor(Math.random() * (pool.length - i));
    [pool[i], pool[other]] = [pool[other]!, pool[i]!];
  }
  return pool.slice(0, chosen);
};

export const documentsStage: Stage = (_, argument, { variables }) => {
  const list = compileExpression(argument)({ root: {}, variables });
  if (!Array.isArray(list) || !list.every(isDocument))
    throw location(5858203, '$documents must be an array of objects');
  return list;
};
