// Expressions over dates. Parts in UTC are read here; calendars, formats and time zones are mingo's, which sees
// constants only: its own traversal of documents and its comparison of BSON values are never used.
import { Aggregator } from 'mingo';
import { badValue, location } from '../../errors.js';
import { isNumber, toNumber } from '../../values/numbers.js';
import { isDocument, type Value } from '../../values/types.js';
import { isMissing, namedArguments, type Operator, type OperatorTable } from '../operator.js';

function needDate(name: string, value: Value): Date {
  if (!(value instanceof Date)) throw location(16006, `${name} needs a date`);
  return value;
}

/** A part of a date: `{$year: date}` or `{$year: {date, timezone}}`; other zones than UTC are left to mingo. */
const part =
  (read: (date: Date) => number): Operator =>
  (argument, compile, name) => {
    if (isDocument(argument) && 'date' in argument) {
      if ('timezone' in argument) return borrowed(['date'], ['timezone'])(argument, compile, name);
      return part(read)(argument['date'], compile, name);
    }
    const date = compile(Array.isArray(argument) && argument.length === 1 ? argument[0] : argument);
    return (scope) => {
      const value = date(scope);
      return isMissing(value) ? null : read(needDate(name, value));
    };
  };

/** What mingo can work with: numbers as JavaScript ones; decimals and wide longs would lose digits silently. */
function plainValue(name: string, value: Value): unknown {
  if (!isNumber(value)) return value;
  const n = toNumber(value);
  if (Number.isInteger(n) && !Number.isSafeInteger(n))
    throw badValue(`${name}: the number ${String(value)} is too large`);
  return n;
}

function runMingo(name: string, values: Record<string, unknown>): Value {
  const constants = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? value : { $literal: value }]),
  );
  try {
    const [result] = new Aggregator([{ $project: { _id: 0, value: { [name]: constants } } }], {
      useStrictMode: true,
      scriptEnabled: false,
    }).run([{}]) as [{ value?: Value }];
    return result.value ?? null;
  } catch (error) {
    throw badValue(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function borrowed(required: readonly string[], optional: readonly string[]): Operator {
  return (argument, compile, name) => {
    const fields = Object.entries(namedArguments(argument, compile, name, required, optional));
    return (scope) => {
      const values: Record<string, unknown> = {};
      for (const [field, evaluate] of fields) {
        const value = evaluate(scope);
        if (isMissing(value) && required.includes(field)) return null;
        if (typeof value === 'string' && value.startsWith('$'))
          throw badValue(`${name}: '${field}' may not start with $`);
        if (!isMissing(value)) values[field] = plainValue(name, value);
      }
      return runMingo(name, values);
    };
  };
}

const startOfYear = (date: Date): number => Date.UTC(date.getUTCFullYear(), 0, 1);
const DAY = 86_400_000;

export const dateOperators: OperatorTable = {
  $year: part((date) => date.getUTCFullYear()),
  $month: part((date) => date.getUTCMonth() + 1),
  $dayOfMonth: part((date) => date.getUTCDate()),
  $dayOfWeek: part((date) => date.getUTCDay() + 1),
  $dayOfYear: part((date) => Math.floor((date.getTime() - startOfYear(date)) / DAY) + 1),
  $hour: part((date) => date.getUTCHours()),
  $minute: part((date) => date.getUTCMinutes()),
  $second: part((date) => date.getUTCSeconds()),
  $millisecond: part((date) => date.getUTCMilliseconds()),
  $dateToString: borrowed(['date'], ['format', 'timezone', 'onNull']),
  $dateToParts: borrowed(['date'], ['timezone', 'iso8601']),
  $dateFromString: borrowed(['dateString'], ['format', 'timezone']),
  $dateTrunc: borrowed(['date', 'unit'], ['binSize', 'timezone', 'startOfWeek']),
  $dateAdd: borrowed(['startDate', 'unit', 'amount'], ['timezone']),
  $dateSubtract: borrowed(['startDate', 'unit', 'amount'], ['timezone']),
  $dateDiff: borrowed(['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek']),
};
