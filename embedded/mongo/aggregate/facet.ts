// $facet: several pipelines over the same documents.
import { location } from '../errors.js';
import { type Document, isDocument } from '../values/types.js';
import type { Stage } from './stage.js';

export const facet: Stage = async (documents, argument, scope, run) => {
  if (!isDocument(argument) || Object.keys(argument).length === 0) {
    throw location(40169, 'the $facet specification must be a non-empty object');
  }
  const result: Document = {};
  for (const [name, pipeline] of Object.entries(argument)) {
    if (!Array.isArray(pipeline) || !pipeline.every(isDocument))
      throw location(40170, `arguments to $facet must be arrays: ${name}`);
    const refused = pipeline.find((stage) => '$facet' in stage || '$out' in stage || '$merge' in stage);
    if (refused) throw location(40600, `${Object.keys(refused)[0]} is not allowed to be used within a $facet stage`);
    result[name] = await run(pipeline, { ...scope, nested: true }, documents);
  }
  return [result];
};
