// $inc, $mul and $bit. Number types are kept: an int that outgrows 32 bits becomes a long, a long never overflows.
import { Int32, Long } from 'bson';
import { badValue, typeMismatch } from '../errors.js';
import { combine } from '../values/arithmetic.js';
import { isNumber, kindOf, type NumberValue } from '../values/numbers.js';
import { show } from '../values/show.js';
import { typeName } from '../values/type-names.js';
import { isDocument, type Value } from '../values/types.js';
import type { UpdateOperator, UpdateTable } from './operator.js';
import { reachOrCreate, read, write } from './place.js';

const VERBS = { add: 'increment', multiply: 'multiply' } as const;

const arithmetic =
  (operator: string, operation: 'add' | 'multiply'): UpdateOperator =>
  (document, path, argument) => {
    if (!isNumber(argument)) {
      throw typeMismatch(
        `Cannot ${VERBS[operation]} with non-numeric argument: {${path.join('.')}: ${show(argument)}}`,
      );
    }
    const place = reachOrCreate(document, path);
    const current = read(place);
    if (current !== undefined && !isNumber(current)) {
      const where = `{_id: ${show(document['_id'])}} has the field '${place.name}'`;
      throw typeMismatch(
        `Cannot apply ${operator} to a value of non-numeric type. ${where} of non-numeric type ${typeName(current)}`,
      );
    }
    // $mul of a missing field gives zero of the argument's type.
    const start: NumberValue = current ?? new Int32(0);
    const result = combine(operation, start, argument);
    if (result === undefined) {
      throw badValue(
        `Failed to apply ${operator} operations to current value (${show(start)}): it would leave 64 bits`,
      );
    }
    write(place, result);
  };

const BITWISE: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const isWhole = (value: Value): value is NumberValue => isNumber(value) && ['int', 'long'].includes(kindOf(value));

const bit: UpdateOperator = (document, path, argument) => {
  if (!isDocument(argument) || Object.keys(argument).length === 0) throw badValue('$bit needs {and|or|xor: <int>}');
  const place = reachOrCreate(document, path);
  const start = read(place) ?? new Int32(0);
  if (!isWhole(start)) throw badValue(`Cannot apply $bit to a value of non-integral type ${typeName(start)}`);
  let bits = BigInt(start.toString());
  let long = kindOf(start) === 'long';
  for (const [name, operand] of Object.entries(argument)) {
    const operation = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined;
    if (!operation) throw badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (!isWhole(operand)) throw badValue('The $bit modifier field must be an Integer');
    bits = operation(bits, BigInt(operand.toString()));
    long ||= kindOf(operand) === 'long';
  }
  write(place, long ? Long.fromBigInt(BigInt.asIntN(64, bits)) : new Int32(Number(BigInt.asIntN(32, bits))));
};

export const numberOperators: UpdateTable = {
  $inc: arithmetic('$inc', 'add'),
  $mul: arithmetic('$mul', 'multiply'),
  $bit: bit,
};
