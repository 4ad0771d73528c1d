// Compiles aggregation expressions: field paths, variables, constants, objects, and operators by table.
// An unknown operator is refused when it is compiled, before any document is read.
import { location, unsupported } from '../errors.js';
import { valueAt } from '../values/paths.js';
import { type Document, isDocument, setField, type Value } from '../values/types.js';
import type { Compile, Evaluate, Operator, OperatorTable, Scope } from './operator.js';
import { arithmeticOperators } from './operators/arithmetic.js';
import { arrayOperators } from './operators/arrays.js';
import { convertOperators } from './operators/convert.js';
import { dateOperators } from './operators/dates.js';
import { logicOperators } from './operators/logic.js';
import { objectOperators } from './operators/objects.js';
import { scopeOperators } from './operators/scopes.js';
import { setOperators } from './operators/sets.js';
import { stringOperators } from './operators/strings.js';
import { totals } from './totals.js';

/** $sum, $avg, $min, $max and the deviations outside of $group: over one array, or over the list of arguments. */
const overArguments =
  (accumulator: string): Operator =>
  (argument, compile) => {
    const list = Array.isArray(argument) ? argument.map(compile) : undefined;
    const single = list ? undefined : compile(argument);
    return (scope) => {
      const total = totals[accumulator]!();
      const values = list ? list.map((evaluate) => evaluate(scope)) : [single!(scope)];
      const only = values.length === 1 ? values[0] : undefined;
      for (const value of Array.isArray(only) ? only : values) total.add(value);
      return total.result();
    };
  };

const overArray = ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'];

const OPERATORS: OperatorTable = {
  ...arithmeticOperators,
  ...arrayOperators,
  ...convertOperators,
  ...dateOperators,
  ...logicOperators,
  ...objectOperators,
  ...scopeOperators,
  ...setOperators,
  ...stringOperators,
  ...Object.fromEntries(overArray.map((name) => [name, overArguments(name)])),
};

function compileVariable(text: string): Evaluate {
  const [name, ...path] = text.split('.') as [string, ...string[]];
  const read = (start: (scope: Scope) => Value): Evaluate =>
    path.length === 0 ? start : (scope) => valueAt(start(scope), path);
  switch (name) {
    case 'ROOT':
      return read((scope) => scope.variables['ROOT'] ?? scope.root);
    case 'CURRENT':
      return read((scope) => scope.root);
    case 'REMOVE':
      return () => undefined;
    case 'NOW':
      return read((scope) => scope.variables['NOW'] ?? new Date());
    default:
      return read((scope) => {
        if (!Object.hasOwn(scope.variables, name)) throw location(17276, `Use of undefined variable: ${name}`);
        return scope.variables[name];
      });
  }
}

function compileText(text: string): Evaluate {
  if (text.startsWith('$$')) return compileVariable(text.slice(2));
  if (!text.startsWith('$')) return () => text;
  const path = text.slice(1).split('.');
  if (path.some((name) => name === ''))
    throw location(15998, `FieldPath field names may not be empty strings: ${text}`);
  return (scope) => valueAt(scope.root, path);
}

function compileObject(expression: Document): Evaluate {
  const names = Object.keys(expression);
  const operatorName = names.find((name) => name.startsWith('$'));
  if (operatorName !== undefined) {
    if (names.length > 1) {
      throw location(15983, `An object representing an expression must have exactly one field: ${names.join(', ')}`);
    }
    const operator = Object.hasOwn(OPERATORS, operatorName) ? OPERATORS[operatorName] : undefined;
    if (!operator) throw unsupported(`the expression operator ${operatorName}`);
    return operator(expression[operatorName], compileExpression, operatorName);
  }
  const fields = names.map((name): [string, Evaluate] => [name, compileExpression(expression[name])]);
  return (scope) => {
    const document: Document = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) setField(document, name, value);
    }
    return document;
  };
}

/** Compiles an expression once; the result runs per document in the time its operators take. */
export const compileExpression: Compile = (expression) => {
  if (typeof expression === 'string') return compileText(expression);
  if (Array.isArray(expression)) {
    const list = expression.map(compileExpression);
    return (scope) => list.map((evaluate) => evaluate(scope) ?? null);
  }
  return isDocument(expression) ? compileObject(expression) : () => expression;
};

export type Variables = Readonly<Record<string, Value>>;

/** The values of a command's `let`: expressions without a document. */
export function evaluateVariables(definitions: Value, outer: Variables = {}): Variables {
  const variables: Record<string, Value> = { NOW: new Date(), ...outer };
  if (!isDocument(definitions)) return variables;
  for (const [name, expression] of Object.entries(definitions)) {
    variables[name] = compileExpression(expression)({ root: {}, variables: outer });
  }
  return variables;
}
