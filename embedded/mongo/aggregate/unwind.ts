// $unwind: one document for each element of an array.
import { Long } from 'bson';
import { location } from '../errors.js';
import { valueAt } from '../values/paths.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { assignAt } from './assign.js';
import type { Stage } from './stage.js';

const FIELDS = new Set(['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays']);

function readArgument(argument: Value): Document {
  const options: Value = typeof argument === 'string' ? { path: argument } : argument;
  if (!isDocument(options)) throw location(15981, '$unwind needs a path or an object');
  const unknown = Object.keys(options).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw location(28811, `unrecognized option to $unwind stage: ${unknown}`);
  return options;
}

export const unwind: Stage = (documents, argument) => {
  const options = readArgument(argument);
  const { path, includeArrayIndex } = options;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw location(28818, "path option to $unwind must begin with '$'");
  const names = path.slice(1).split('.');
  const keepEmpty = options['preserveNullAndEmptyArrays'] === true;
  const make = (document: Document, value: Value, index: number | null): Document => {
    const result = { ...document };
    assignAt(result, names, value);
    if (typeof includeArrayIndex === 'string') {
      assignAt(result, includeArrayIndex.split('.'), index === null ? null : Long.fromNumber(index));
    }
    return result;
  };
  return documents.flatMap((document) => {
    const value = valueAt(document, names);
    if (Array.isArray(value)) {
      if (value.length > 0) return value.map((element, index) => make(document, element, index));
      return keepEmpty ? [make(document, undefined, null)] : [];
    }
    if (value === undefined || value === null) return keepEmpty ? [make(document, value, null)] : [];
    return [make(document, value, null)];
  });
};
