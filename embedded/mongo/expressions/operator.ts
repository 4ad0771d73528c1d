// The shapes of aggregation expression operators, and the ways in which most of them take their arguments.
import { location } from '../errors.js';
import { isDocument, type Value } from '../values/types.js';

/** What an expression may read: the current document and the variables in reach (without their `$$`). */
export interface Scope {
  root: Value;
  variables: Readonly<Record<string, Value>>;
}

export type Evaluate = (scope: Scope) => Value;
export type Compile = (expression: Value) => Evaluate;

/** An operator receives its uncompiled argument once, and returns what runs per document. */
export type Operator = (argument: Value, compile: Compile, name: string) => Evaluate;
export type OperatorTable = Readonly<Record<string, Operator>>;

export const isMissing = (value: Value): value is null | undefined => value === null || value === undefined;

/** An operator over a list of arguments; one that is not in an array is a list of one. */
export const positional =
  (least: number, most: number, apply: (...values: Value[]) => Value): Operator =>
  (argument, compile, name) => {
    const list = Array.isArray(argument) ? argument : [argument];
    if (list.length < least || list.length > most) {
      const wanted = least === most ? `exactly ${least}` : `between ${least} and ${most}`;
      throw location(16020, `Expression ${name} takes ${wanted} arguments. ${list.length} were passed in.`);
    }
    const evaluators = list.map(compile);
    return (scope) => apply(...evaluators.map((evaluate) => evaluate(scope)));
  };

/** As `positional`, but null when any argument is null or missing. */
export const strict = (least: number, most: number, apply: (...values: Value[]) => Value): Operator =>
  positional(least, most, (...values) => (values.some(isMissing) ? null : apply(...values)));

/** The compiled fields of an operator that takes an object; unknown and absent required ones are refused. */
export function namedArguments(
  argument: Value,
  compile: Compile,
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Record<string, Evaluate> {
  if (!isDocument(argument)) throw location(40075, `${name} only supports an object as its argument`);
  const compiled: Record<string, Evaluate> = {};
  for (const [field, expression] of Object.entries(argument)) {
    if (!required.includes(field) && !optional.includes(field)) {
      throw location(40076, `${name} found an unknown argument: ${field}`);
    }
    compiled[field] = compile(expression);
  }
  for (const field of required) {
    if (compiled[field] === undefined) throw location(40077, `${name} requires '${field}' to be specified`);
  }
  return compiled;
}

/** An operator over an object of arguments, all evaluated before it runs. */
export const named =
  (
    required: readonly string[],
    optional: readonly string[],
    apply: (values: Record<string, Value>) => Value,
  ): Operator =>
  (argument, compile, name) => {
    const fields = Object.entries(namedArguments(argument, compile, name, required, optional));
    return (scope) => {
      const values: Record<string, Value> = {};
      for (const [field, evaluate] of fields) values[field] = evaluate(scope);
      return apply(values);
    };
  };

/** The array an operator needs, or the error that names the operator. */
export function needArray(name: string, value: Value): Value[] {
  if (!Array.isArray(value)) throw location(16883, `${name} needs an array`);
  return value;
}

export function needString(name: string, value: Value): string {
  if (typeof value !== 'string') throw location(16702, `${name} needs a string`);
  return value;
}
