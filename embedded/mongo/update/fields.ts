// $set, $setOnInsert, $unset, $rename, $min, $max and $currentDate.
import { Timestamp } from 'bson';
import { badValue } from '../errors.js';
import { compareValues } from '../values/order.js';
import { cloneValue, isDocument, type Value } from '../values/types.js';
import type { UpdateOperator, UpdateTable } from './operator.js';
import { reach, reachOrCreate, read, write } from './place.js';

const set: UpdateOperator = (document, path, value) => write(reachOrCreate(document, path), cloneValue(value));

const unset: UpdateOperator = (document, path) => {
  const place = reach(document, path);
  if (!place) return;
  if (!Array.isArray(place.holder)) delete place.holder[place.name];
  // An element of an array leaves a null behind: the others keep their positions.
  else if (Number(place.name) < place.holder.length) place.holder[Number(place.name)] = null;
};

const rename: UpdateOperator = (document, path, target) => {
  if (typeof target !== 'string' || target === '') throw badValue('The target of $rename must be a non-empty string');
  const source = reach(document, path);
  const value = source ? read(source) : undefined;
  if (!source || value === undefined) return;
  if (Array.isArray(source.holder))
    throw badValue(`The source field of $rename cannot be an array element: ${path.join('.')}`);
  delete source.holder[source.name];
  write(reachOrCreate(document, target.split('.')), value);
};

/** Keeps the greater (1) or the smaller (-1) of the old value and the argument. */
const extreme =
  (sign: 1 | -1): UpdateOperator =>
  (document, path, value) => {
    const place = reachOrCreate(document, path);
    const current = read(place);
    if (current === undefined || compareValues(value, current) * sign > 0) write(place, cloneValue(value));
  };

function currentTime(kind: Value): Value {
  const type = isDocument(kind) ? kind['$type'] : kind === true ? 'date' : undefined;
  if (type === 'date') return new Date();
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  throw badValue("The '$type' string field of $currentDate is required to be 'date' or 'timestamp'");
}

const currentDate: UpdateOperator = (document, path, kind) => write(reachOrCreate(document, path), currentTime(kind));

export const fieldOperators: UpdateTable = {
  $set: set,
  $setOnInsert: set,
  $unset: unset,
  $rename: rename,
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
};
