// $push, $addToSet, $pop, $pull and $pullAll.
import { BSONRegExp } from 'bson';
import { badValue } from '../errors.js';
import { compileFilter, isConditions } from '../match/compile-filter.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { compareValues, equalValues } from '../values/order.js';
import { show } from '../values/show.js';
import { sortComparator } from '../values/sort.js';
import { typeName } from '../values/type-names.js';
import { cloneValue, type Document, isDocument, type Value } from '../values/types.js';
import type { UpdateContext, UpdateOperator, UpdateTable } from './operator.js';
import { type Place, reach, reachOrCreate, read, write } from './place.js';

function arrayIn(place: Place, document: Document): Value[] {
  const value = read(place);
  if (Array.isArray(value)) return value;
  const where = `is of type ${typeName(value)} in document {_id: ${show(document['_id'])}}`;
  throw badValue(`The field '${place.name}' must be an array but ${where}`);
}

function arrayToGrow(document: Document, path: string[]): Value[] {
  const place = reachOrCreate(document, path);
  if (read(place) === undefined) write(place, []);
  return arrayIn(place, document);
}

function arrayToShrink(document: Document, path: string[]): Value[] | undefined {
  const place = reach(document, path);
  return place && read(place) !== undefined ? arrayIn(place, document) : undefined;
}

function whole(name: string, value: Value): number {
  if (!isNumber(value) || !Number.isInteger(toNumber(value)))
    throw badValue(`The value for ${name} must be an integer`);
  return toNumber(value);
}

const PUSH_MODIFIERS = new Set(['$each', '$position', '$sort', '$slice']);

function readEach(operator: string, argument: Value, modifiers: Set<string>): { each: Value[]; options: Document } {
  if (!isDocument(argument) || !('$each' in argument)) return { each: [argument], options: {} };
  const unknown = Object.keys(argument).find((name) => !modifiers.has(name));
  if (unknown !== undefined) throw badValue(`Unrecognized clause in ${operator}: ${unknown}`);
  if (!Array.isArray(argument['$each'])) throw badValue(`The argument to $each in ${operator} must be an array`);
  return { each: argument['$each'], options: argument };
}

function sortElements(array: Value[], sort: Value): void {
  if (!isDocument(sort)) {
    const direction = whole('$sort', sort);
    array.sort((a, b) => compareValues(a, b) * direction);
    return;
  }
  const compare = sortComparator(sort);
  array.sort((a, b) => compare(isDocument(a) ? a : {}, isDocument(b) ? b : {}));
}

const push: UpdateOperator = (document, path, argument) => {
  const { each, options } = readEach('$push', argument, PUSH_MODIFIERS);
  const array = arrayToGrow(document, path);
  const position = options['$position'] === undefined ? array.length : whole('$position', options['$position']);
  array.splice(position < 0 ? Math.max(0, array.length + position) : position, 0, ...each.map(cloneValue));
  if (options['$sort'] !== undefined) sortElements(array, options['$sort']);
  if (options['$slice'] === undefined) return;
  const slice = whole('$slice', options['$slice']);
  if (slice >= 0) array.splice(slice);
  else if (array.length > -slice) array.splice(0, array.length + slice);
};

const addToSet: UpdateOperator = (document, path, argument) => {
  const array = arrayToGrow(document, path);
  for (const value of readEach('$addToSet', argument, new Set(['$each'])).each) {
    if (!array.some((element) => equalValues(element, value))) array.push(cloneValue(value));
  }
};

const pop: UpdateOperator = (document, path, argument) => {
  const end = whole('$pop', argument);
  if (end !== 1 && end !== -1) throw badValue(`$pop expects 1 or -1, found: ${end}`);
  const array = arrayToShrink(document, path);
  if (end === -1) array?.shift();
  else array?.pop();
};

/** Which elements $pull takes: equal ones, those that fit conditions, or documents that fit a query. */
function pullTest(argument: Value, context: UpdateContext): (element: Value) => boolean {
  if (isConditions(argument) || argument instanceof BSONRegExp) {
    const fits = compileFilter({ element: argument }, context.variables);
    return (element) => fits({ element });
  }
  if (!isDocument(argument)) return (element) => equalValues(element, argument);
  const fits = compileFilter(argument, context.variables);
  return (element) => isDocument(element) && fits(element);
}

function keepOnly(array: Value[], keep: (element: Value) => boolean): void {
  const kept = array.filter(keep);
  if (kept.length !== array.length) array.splice(0, array.length, ...kept);
}

const pull: UpdateOperator = (document, path, argument, context) => {
  const array = arrayToShrink(document, path);
  const goes = pullTest(argument, context);
  if (array) keepOnly(array, (element) => !goes(element));
};

const pullAll: UpdateOperator = (document, path, argument) => {
  if (!Array.isArray(argument)) throw badValue('$pullAll requires an array argument');
  const array = arrayToShrink(document, path);
  if (array) keepOnly(array, (element) => !argument.some((gone) => equalValues(gone, element)));
};

export const arrayUpdateOperators: UpdateTable = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
