// Expressions that run another expression with variables of their own: $let, $map, $filter, $reduce.
import { location } from '../../errors.js';
import { isNumber, isTruthy, toNumber } from '../../values/numbers.js';
import { fieldOf, isDocument, type Value } from '../../values/types.js';
import {
  type Evaluate,
  isMissing,
  namedArguments,
  needArray,
  type Operator,
  type OperatorTable,
  type Scope,
} from '../operator.js';

const withVariables = (scope: Scope, variables: Record<string, Value>): Scope => ({
  root: scope.root,
  variables: { ...scope.variables, ...variables },
});

const bind: Operator = (argument, compile) => {
  if (!isDocument(argument) || !isDocument(argument['vars'])) throw location(16874, '$let needs {vars, in}');
  if (argument['in'] === undefined) throw location(16877, "Missing 'in' parameter to $let");
  const variables = Object.entries(argument['vars']).map(([name, value]): [string, Evaluate] => [name, compile(value)]);
  const body = compile(argument['in']);
  return (scope) => {
    const bound: Record<string, Value> = {};
    for (const [name, evaluate] of variables) bound[name] = evaluate(scope);
    return body(withVariables(scope, bound));
  };
};

/** The name that `as` gives to the element: read from the argument itself, since it is not an expression. */
function elementName(argument: Value, name: string): string {
  const as = isDocument(argument) ? fieldOf(argument, 'as') : undefined;
  if (as === undefined) return 'this';
  if (typeof as !== 'string' || as === '') throw location(16866, `${name} needs a name in 'as'`);
  return as;
}

const map: Operator = (argument, compile, name) => {
  const element = elementName(argument, name);
  const fields = namedArguments(argument, compile, name, ['input', 'in'], ['as']);
  return (scope) => {
    const input = fields['input']!(scope);
    if (isMissing(input)) return null;
    return needArray(name, input).map((value) => fields['in']!(withVariables(scope, { [element]: value })) ?? null);
  };
};

const filter: Operator = (argument, compile, name) => {
  const element = elementName(argument, name);
  const fields = namedArguments(argument, compile, name, ['input', 'cond'], ['as', 'limit']);
  return (scope) => {
    const input = fields['input']!(scope);
    if (isMissing(input)) return null;
    const limit = fields['limit']?.(scope);
    const most = isNumber(limit) ? toNumber(limit) : Number.POSITIVE_INFINITY;
    const kept: Value[] = [];
    for (const value of needArray(name, input)) {
      if (kept.length >= most) break;
      if (isTruthy(fields['cond']!(withVariables(scope, { [element]: value })))) kept.push(value);
    }
    return kept;
  };
};

const reduce: Operator = (argument, compile, name) => {
  const fields = namedArguments(argument, compile, name, ['input', 'initialValue', 'in']);
  return (scope) => {
    const input = fields['input']!(scope);
    if (isMissing(input)) return null;
    return needArray(name, input).reduce<Value>(
      (value, element) => fields['in']!(withVariables(scope, { value, this: element })),
      fields['initialValue']!(scope),
    );
  };
};

export const scopeOperators: OperatorTable = { $let: bind, $map: map, $filter: filter, $reduce: reduce };
