// Comparisons, boolean logic and choices between expressions.
import { location } from '../../errors.js';
import { isTruthy } from '../../values/numbers.js';
import { compareValues } from '../../values/order.js';
import { isDocument, type Value } from '../../values/types.js';
import { isMissing, namedArguments, type Operator, type OperatorTable, positional } from '../operator.js';

/** Aggregation tells a missing field from null: missing sorts first. */
function compare(a: Value, b: Value): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareValues(a, b);
}

const comparison = (accept: (order: number) => boolean): Operator => positional(2, 2, (a, b) => accept(compare(a, b)));

const every: Operator = (argument, compile) => {
  const list = (Array.isArray(argument) ? argument : [argument]).map(compile);
  return (scope) => list.every((evaluate) => isTruthy(evaluate(scope)));
};

const some: Operator = (argument, compile) => {
  const list = (Array.isArray(argument) ? argument : [argument]).map(compile);
  return (scope) => list.some((evaluate) => isTruthy(evaluate(scope)));
};

const condition: Operator = (argument, compile, name) => {
  if (Array.isArray(argument) && argument.length !== 3) throw location(16020, '$cond takes exactly 3 arguments');
  const parts = Array.isArray(argument)
    ? Object.fromEntries(['if', 'then', 'else'].map((part, i) => [part, argument[i]]))
    : argument;
  const fields = namedArguments(parts, compile, name, ['if', 'then', 'else']);
  return (scope) => (isTruthy(fields['if']!(scope)) ? fields['then']!(scope) : fields['else']!(scope));
};

const firstPresent: Operator = (argument, compile) => {
  if (!Array.isArray(argument) || argument.length < 2) throw location(1257300, '$ifNull needs at least two arguments');
  const list = argument.map(compile);
  return (scope) => {
    let value: Value;
    for (const evaluate of list) {
      value = evaluate(scope);
      if (!isMissing(value)) return value;
    }
    return value;
  };
};

const choose: Operator = (argument, compile) => {
  if (!isDocument(argument) || !Array.isArray(argument['branches'])) {
    throw location(40061, '$switch requires an array of branches');
  }
  const unknown = Object.keys(argument).find((field) => field !== 'branches' && field !== 'default');
  if (unknown !== undefined) throw location(40067, `$switch found an unknown argument: ${unknown}`);
  const branches = argument['branches'].map((branch) =>
    namedArguments(branch, compile, '$switch branch', ['case', 'then']),
  );
  const otherwise = argument['default'] === undefined ? undefined : compile(argument['default']);
  return (scope) => {
    const branch = branches.find((candidate) => isTruthy(candidate['case']!(scope)));
    if (branch) return branch['then']!(scope);
    if (!otherwise) throw location(40066, '$switch could not find a matching branch, and no default was specified.');
    return otherwise(scope);
  };
};

export const logicOperators: OperatorTable = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: positional(2, 2, (a, b) => Math.sign(compare(a, b))),
  $and: every,
  $or: some,
  $not: positional(1, 1, (value) => !isTruthy(value)),
  $cond: condition,
  $ifNull: firstPresent,
  $switch: choose,
};
