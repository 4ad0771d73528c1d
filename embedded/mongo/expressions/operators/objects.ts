// Expressions over documents and constants.
import { location } from '../../errors.js';
import { type Document, fieldOf, isDocument, setField, type Value } from '../../values/types.js';
import { isMissing, needString, type Operator, type OperatorTable, positional, strict } from '../operator.js';

function needDocument(name: string, value: Value): Document {
  if (!isDocument(value)) throw location(40390, `${name} needs an object`);
  return value;
}

function merge(...documents: Value[]): Value {
  const merged: Document = {};
  for (const document of documents.flat()) {
    if (isMissing(document)) continue;
    for (const [name, value] of Object.entries(needDocument('$mergeObjects', document))) setField(merged, name, value);
  }
  return merged;
}

const getField: Operator = (argument, compile, name) => {
  const long = isDocument(argument) && 'field' in argument;
  const field = compile(long ? argument['field'] : argument);
  const input = long && argument['input'] !== undefined ? compile(argument['input']) : undefined;
  return (scope) => {
    const document = input ? input(scope) : scope.root;
    if (isMissing(document)) return null;
    return isDocument(document) ? fieldOf(document, needString(name, field(scope))) : undefined;
  };
};

export const objectOperators: OperatorTable = {
  $mergeObjects: positional(1, 1000, merge),
  $objectToArray: strict(1, 1, (value) =>
    Object.entries(needDocument('$objectToArray', value)).map(([k, v]): Value => ({ k, v })),
  ),
  $getField: getField,
  $literal: (argument) => () => argument,
  $rand: () => () => Math.random(),
};
