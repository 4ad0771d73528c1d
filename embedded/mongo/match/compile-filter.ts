// Compiles a query filter into a predicate. An operator that is not known here is an error, never a condition that
// is true or false by accident.
import { BSONRegExp } from 'bson';
import { badValue, unsupported } from '../errors.js';
import { compileExpression, type Variables } from '../expressions/compile.js';
import { isTruthy } from '../values/numbers.js';
import { compilePattern, regexTest } from '../values/regex.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { comparisonConditions, equalTo } from './comparison.js';
import { elementConditions } from './element.js';
import { all, anyAt, not, type Predicate, wholeAt } from './predicate.js';

const LOGICAL = new Set(['$and', '$or', '$nor']);
// Known to MongoDB and refused here by name.
const REFUSED = new Set(['$where', '$text', '$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$jsonSchema']);

/** True for {$gt: 1, ...}: conditions rather than a document to compare with. */
export const isConditions = (value: Value): value is Document => {
  if (!isDocument(value)) return false;
  const first = Object.keys(value)[0];
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
};

function compileRegex(path: string[], pattern: Value, options: Value): Predicate {
  if (pattern instanceof BSONRegExp) {
    const flags = typeof options === 'string' ? options : pattern.options;
    return anyAt(path, regexTest(new BSONRegExp(pattern.pattern, flags)));
  }
  if (typeof pattern !== 'string') throw badValue('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  const compiled = compilePattern(pattern, options ?? '');
  return anyAt(path, (value) => typeof value === 'string' && compiled.test(value));
}

function compileElemMatch(path: string[], argument: Value, variables: Variables): Predicate {
  if (!isDocument(argument)) throw badValue('$elemMatch needs an Object');
  const onValue = isConditions(argument) && !LOGICAL.has(Object.keys(argument)[0]!);
  const matches = onValue ? compileField('element', argument, variables) : compileFilter(argument, variables);
  const accept = (element: Value): boolean =>
    onValue ? matches({ element }) : isDocument(element) && matches(element);
  return wholeAt(path, (value) => Array.isArray(value) && value.some(accept));
}

function compileAll(name: string, list: Value, variables: Variables): Predicate {
  if (!Array.isArray(list)) throw badValue('$all needs an array');
  if (list.length === 0) return () => false;
  return all(
    list.map((wanted) =>
      isDocument(wanted) && '$elemMatch' in wanted
        ? compileField(name, wanted, variables)
        : compileField(name, wanted instanceof BSONRegExp ? wanted : { $eq: wanted }, variables),
    ),
  );
}

function compileCondition(name: string, operator: string, conditions: Document, variables: Variables): Predicate {
  const path = name.split('.');
  const argument = conditions[operator];
  const simple = comparisonConditions[operator] ?? elementConditions[operator];
  if (simple) return simple(path, argument);
  switch (operator) {
    case '$regex':
      return compileRegex(path, argument, conditions['$options']);
    case '$options':
      if (!('$regex' in conditions)) throw badValue('$options needs a $regex');
      return () => true;
    case '$not':
      if (!(argument instanceof BSONRegExp) && !isConditions(argument))
        throw badValue('$not needs a regex or a document');
      return not(compileField(name, argument, variables));
    case '$all':
      return compileAll(name, argument, variables);
    case '$elemMatch':
      return compileElemMatch(path, argument, variables);
    case '$comment':
      return () => true;
    default:
      if (REFUSED.has(operator)) throw unsupported(`the query operator ${operator}`);
      throw badValue(`unknown operator: ${operator}`);
  }
}

function compileField(name: string, condition: Value, variables: Variables): Predicate {
  if (condition instanceof BSONRegExp) return anyAt(name.split('.'), regexTest(condition));
  if (!isConditions(condition)) return anyAt(name.split('.'), equalTo(condition));
  return all(Object.keys(condition).map((operator) => compileCondition(name, operator, condition, variables)));
}

function compileLogical(operator: string, list: Value, variables: Variables): Predicate {
  if (!Array.isArray(list) || list.length === 0) throw badValue(`${operator} must be a nonempty array`);
  const parts = list.map((part) => {
    if (!isDocument(part)) throw badValue(`${operator} entries need to be full objects`);
    return compileFilter(part, variables);
  });
  if (operator === '$and') return all(parts);
  const any: Predicate = (document) => parts.some((part) => part(document));
  return operator === '$or' ? any : not(any);
}

function compileTop(name: string, condition: Value, variables: Variables): Predicate {
  if (LOGICAL.has(name)) return compileLogical(name, condition, variables);
  if (name === '$comment') return () => true;
  if (name === '$expr') {
    const evaluate = compileExpression(condition);
    return (document) => isTruthy(evaluate({ root: document, variables }));
  }
  if (REFUSED.has(name)) throw unsupported(`the query operator ${name}`);
  if (name.startsWith('$')) throw badValue(`unknown top level operator: ${name}`);
  return compileField(name, condition, variables);
}

/** The predicate of a filter; the empty filter accepts everything. Throws on unknown or malformed operators. */
export function compileFilter(filter: Document, variables: Variables = {}): Predicate {
  const names = Object.keys(filter);
  if (names.length === 0) return () => true;
  return all(names.map((name) => compileTop(name, filter[name], variables)));
}
