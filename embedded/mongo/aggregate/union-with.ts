// $unionWith: appends the documents of another collection or pipeline.
import { location, unsupported } from '../errors.js';
import { isDocument } from '../values/types.js';
import type { Stage } from './stage.js';

export const unionWith: Stage = async (documents, argument, scope, run) => {
  const options = typeof argument === 'string' ? { coll: argument } : argument;
  if (!isDocument(options)) throw location(40319, 'the $unionWith specification must be a string or an object');
  const { coll, pipeline = [], ...unknown } = options;
  const option = Object.keys(unknown)[0];
  if (option !== undefined) throw unsupported(`the option '${option}' of $unionWith`);
  if (!Array.isArray(pipeline) || !pipeline.every(isDocument))
    throw location(40319, "$unionWith 'pipeline' must be an array");
  const namespace = typeof coll === 'string' ? `${scope.context.database}.${coll}` : null;
  const more = await run(pipeline, { ...scope, namespace, hint: undefined, nested: true });
  return [...documents, ...more];
};
