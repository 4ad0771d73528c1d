// $group, $sortByCount and $bucket: documents gathered under a key, with running totals.
import { Int32 } from 'bson';
import { location, unsupported } from '../errors.js';
import { compileExpression } from '../expressions/compile.js';
import type { Evaluate } from '../expressions/operator.js';
import { type Total, totals } from '../expressions/totals.js';
import { keyString } from '../values/key-string.js';
import { compareValues } from '../values/order.js';
import { type Document, isDocument, setField, type Value } from '../values/types.js';
import type { Stage } from './stage.js';

interface Accumulator {
  field: string;
  evaluate: Evaluate;
  begin: () => Total;
}

function readAccumulator(field: string, specification: Value): Accumulator {
  if (!isDocument(specification) || Object.keys(specification).length !== 1) {
    throw location(40238, `The field '${field}' must specify one accumulator`);
  }
  if (field.includes('.')) throw location(40235, `The field name '${field}' cannot contain '.'`);
  const name = Object.keys(specification)[0]!;
  if (name === '$count') return { field, evaluate: () => new Int32(1), begin: totals['$sum']! };
  if (name === '$mergeObjects') return { field, evaluate: compileExpression(specification[name]), begin: mergeTotal };
  const begin = Object.hasOwn(totals, name) ? totals[name] : undefined;
  if (!begin) throw unsupported(`the group accumulator ${name}`);
  return { field, evaluate: compileExpression(specification[name]), begin };
}

const mergeTotal = (): Total => {
  const merged: Document = {};
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (!isDocument(value)) throw location(40400, '$mergeObjects needs objects');
      for (const [name, field] of Object.entries(value)) setField(merged, name, field);
    },
    result: () => merged,
  };
};

export const group: Stage = (documents, argument, { variables }) => {
  if (!isDocument(argument)) throw location(15947, "a group's fields must be specified in an object");
  if (!('_id' in argument)) throw location(15955, 'a group specification must include an _id');
  const idOf = compileExpression(argument['_id']);
  const accumulators = Object.entries(argument)
    .filter(([field]) => field !== '_id')
    .map(([field, specification]) => readAccumulator(field, specification));
  const groups = new Map<string, { id: Value; totals: Total[] }>();
  for (const document of documents) {
    const scope = { root: document, variables };
    const id = idOf(scope) ?? null;
    const key = keyString(id);
    let found = groups.get(key);
    if (!found) {
      found = { id, totals: accumulators.map(({ begin }) => begin()) };
      groups.set(key, found);
    }
    for (const [i, { evaluate }] of accumulators.entries()) found.totals[i]!.add(evaluate(scope));
  }
  return [...groups.values()].map((entry) => {
    const result: Document = { _id: entry.id };
    for (const [i, { field }] of accumulators.entries()) result[field] = entry.totals[i]!.result();
    return result;
  });
};

export const sortByCount: Stage = async (documents, argument, scope, run) =>
  run(
    [{ $group: { _id: argument, count: { $sum: 1 } } }, { $sort: { count: -1 } }],
    { ...scope, nested: true },
    documents,
  );

export const bucket: Stage = async (documents, argument, scope, run) => {
  const { groupBy, boundaries, default: other, output, ...unknown } = isDocument(argument) ? argument : {};
  if (!Array.isArray(boundaries) || boundaries.length < 2 || groupBy === undefined) {
    throw location(40198, '$bucket needs groupBy and at least two boundaries');
  }
  const option = Object.keys(unknown)[0];
  if (option !== undefined) throw location(40197, `Unrecognized option to $bucket: ${option}`);
  if (boundaries.some((bound, i) => i > 0 && compareValues(boundaries[i - 1], bound) >= 0)) {
    throw location(40194, 'The boundaries of $bucket must be in ascending order');
  }
  const within = (low: Value, high: Value): Value => ({
    $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: high }] }],
  });
  const branches = boundaries.slice(0, -1).map((low, i) =>
    Object.fromEntries([
      ['case', within(low, boundaries[i + 1])],
      ['then', { $literal: low }],
    ]),
  );
  const id = { $switch: other === undefined ? { branches } : { branches, default: other } };
  const fields = isDocument(output) ? output : { count: { $sum: 1 } };
  return run([{ $group: { _id: id, ...fields } }, { $sort: { _id: 1 } }], { ...scope, nested: true }, documents);
};
