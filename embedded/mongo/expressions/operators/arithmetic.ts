// Arithmetic expressions. Number types are kept; dates take part in $add and $subtract as milliseconds.
import { Double, Int32, Long } from 'bson';
import { location } from '../../errors.js';
import { combineOrWiden, divide, type Operation, toDecimal } from '../../values/arithmetic.js';
import { isNumber, kindOf, type NumberValue, toNumber } from '../../values/numbers.js';
import type { Value } from '../../values/types.js';
import { isMissing, type Operator, type OperatorTable, positional, strict } from '../operator.js';

function need(name: string, value: Value): NumberValue {
  if (!isNumber(value)) throw location(7157723, `${name} only supports numeric types`);
  return value;
}

const fold =
  (name: string, operation: Operation, start: number): Operator =>
  (argument, compile) => {
    const list = (Array.isArray(argument) ? argument : [argument]).map(compile);
    return (scope) => {
      let total: NumberValue = start;
      let date = false;
      for (const evaluate of list) {
        let value = evaluate(scope);
        if (isMissing(value)) return null;
        if (value instanceof Date && operation === 'add') {
          if (date) throw location(16612, `only one date allowed in an ${name} expression`);
          date = true;
          value = Long.fromNumber(value.getTime());
        }
        total = combineOrWiden(operation, total, need(name, value));
      }
      return date ? new Date(toNumber(total)) : total;
    };
  };

function subtract(a: Value, b: Value): Value {
  if (a instanceof Date) {
    if (b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
    return new Date(a.getTime() - toNumber(need('$subtract', b)));
  }
  return combineOrWiden('subtract', need('$subtract', a), need('$subtract', b));
}

function divideOrRefuse(a: Value, b: Value): Value {
  if (toNumber(need('$divide', b)) === 0) throw location(2, "can't $divide by zero");
  return divide(need('$divide', a), b as NumberValue);
}

function remainder(a: Value, b: Value): Value {
  const x = need('$mod', a);
  const y = need('$mod', b);
  if (toNumber(y) === 0) throw location(16610, "can't $mod by zero");
  if (kindOf(x) === 'decimal' || kindOf(y) === 'decimal') throw location(16611, '$mod of Decimal128 is not supported');
  if (kindOf(x) === 'double' || kindOf(y) === 'double') return new Double(toNumber(x) % toNumber(y));
  const result = Long.fromValue(x instanceof Long ? x : toNumber(x)).modulo(y instanceof Long ? y : toNumber(y));
  return kindOf(x) === 'long' || kindOf(y) === 'long' ? result : new Int32(result.toNumber());
}

const doubleOf = (name: string, apply: (n: number) => number): Operator =>
  strict(1, 1, (value) => new Double(apply(toNumber(need(name, value)))));

/** Rounds to whole numbers: integers stay as they are, decimals go through their text. */
function round(name: string, value: Value, places: number, mode: (n: number) => number): Value {
  const number = need(name, value);
  const kind = kindOf(number);
  if ((kind === 'int' || kind === 'long') && places >= 0) return number;
  const scale = 10 ** places;
  const result = mode(toNumber(number) * scale) / scale;
  if (kind === 'decimal') return toDecimal(result);
  return kind === 'double' ? new Double(result) : kind === 'long' ? Long.fromNumber(result) : new Int32(result);
}

/** Half to even, as IEEE 754 and MongoDB round. */
function halfEven(n: number): number {
  const floor = Math.floor(n);
  if (n - floor !== 0.5) return Math.round(n);
  return floor % 2 === 0 ? floor : floor + 1;
}

function absolute(value: Value): Value {
  const number = need('$abs', value);
  if (kindOf(number) === 'double') return new Double(Math.abs(toNumber(number)));
  return toNumber(number) < 0 ? combineOrWiden('multiply', number, -1) : number;
}

function power(base: Value, exponent: Value): Value {
  const result = toNumber(need('$pow', base)) ** toNumber(need('$pow', exponent));
  const whole = kindOf(base as NumberValue) !== 'double' && kindOf(exponent as NumberValue) !== 'double';
  return whole && Number.isSafeInteger(result) ? result : new Double(result);
}

const placesOf = (value: Value): number => (isMissing(value) ? 0 : toNumber(need('$round', value)));

export const arithmeticOperators: OperatorTable = {
  $add: fold('$add', 'add', 0),
  $multiply: fold('$multiply', 'multiply', 1),
  $subtract: strict(2, 2, subtract),
  $divide: strict(2, 2, divideOrRefuse),
  $mod: strict(2, 2, remainder),
  $abs: strict(1, 1, absolute),
  $ceil: strict(1, 1, (value) => round('$ceil', value, 0, Math.ceil)),
  $floor: strict(1, 1, (value) => round('$floor', value, 0, Math.floor)),
  $round: positional(1, 2, (value, places) =>
    isMissing(value) ? null : round('$round', value, placesOf(places), halfEven),
  ),
  $trunc: positional(1, 2, (value, places) =>
    isMissing(value) ? null : round('$trunc', value, placesOf(places), Math.trunc),
  ),
  $sqrt: doubleOf('$sqrt', Math.sqrt),
  $exp: doubleOf('$exp', Math.exp),
  $ln: doubleOf('$ln', Math.log),
  $log10: doubleOf('$log10', Math.log10),
  $log: strict(
    2,
    2,
    (value, base) => new Double(Math.log(toNumber(need('$log', value))) / Math.log(toNumber(need('$log', base)))),
  ),
  $pow: strict(2, 2, power),
};
