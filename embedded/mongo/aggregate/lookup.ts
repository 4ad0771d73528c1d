// $lookup: joins by equality (through the foreign field's index where there is one), by a pipeline, or by both.

import { location, unsupported } from '../errors.js';
import { compileExpression, type Variables } from '../expressions/compile.js';
import { keyString } from '../values/key-string.js';
import { valuesAt } from '../values/paths.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { assignAt } from './assign.js';
import type { Stage } from './stage.js';

const FIELDS = new Set(['from', 'localField', 'foreignField', 'let', 'pipeline', 'as']);

interface Lookup {
  namespace: string;
  as: string[];
  localField: string[] | undefined;
  foreignField: string | undefined;
  pipeline: Document[];
  definitions: [string, ReturnType<typeof compileExpression>][];
}

function read(argument: Value, database: string): Lookup {
  if (!isDocument(argument)) throw location(40319, 'the $lookup specification must be an object');
  const unknown = Object.keys(argument).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw location(40415, `BSON field '$lookup.${unknown}' is an unknown field.`);
  const { from, as, localField, foreignField, pipeline = [] } = argument;
  if (typeof as !== 'string' || as === '') throw location(40321, "$lookup argument 'as' must be a string");
  if (from !== undefined && typeof from !== 'string') throw unsupported('$lookup from another database');
  if (from === undefined) throw unsupported('$lookup without a collection');
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw location(51047, '$lookup requires both or neither of localField and foreignField');
  }
  if (localField === undefined && argument['pipeline'] === undefined)
    throw location(40320, '$lookup needs a pipeline or fields');
  if (!Array.isArray(pipeline) || !pipeline.every(isDocument))
    throw location(40319, "$lookup 'pipeline' must be an array");
  const variables = isDocument(argument['let']) ? argument['let'] : {};
  return {
    namespace: `${database}.${from}`,
    as: as.split('.'),
    localField: typeof localField === 'string' ? localField.split('.') : undefined,
    foreignField: typeof foreignField === 'string' ? foreignField : undefined,
    pipeline,
    definitions: Object.entries(variables).map(([name, value]) => [name, compileExpression(value)]),
  };
}

/** The equality that the local values ask of the foreign field; a missing one is equal to null. */
function equality(lookup: Lookup, document: Document): Document | undefined {
  if (!lookup.localField || lookup.foreignField === undefined) return undefined;
  const reached = valuesAt(document, lookup.localField);
  const values = (reached.length === 0 ? [null] : reached).flatMap((value) =>
    Array.isArray(value) ? value : [value ?? null],
  );
  return { [lookup.foreignField]: values.length === 1 ? { $eq: values[0] } : { $in: values } };
}

export const lookup: Stage = async (documents, argument, scope, run) => {
  const spec = read(argument, scope.context.database);
  // Documents that join by the same values share one read.
  const known = new Map<string, Document[]>();
  const results: Document[] = [];
  for (const document of documents) {
    const condition = equality(spec, document);
    const bound: Record<string, Value> = { ...scope.variables };
    for (const [name, evaluate] of spec.definitions) {
      bound[name] = evaluate({ root: document, variables: scope.variables });
    }
    const variables: Variables = bound;
    const key = condition && spec.definitions.length === 0 ? keyString(condition) : undefined;
    let joined = key === undefined ? undefined : known.get(key);
    if (!joined) {
      const pipeline = condition ? [{ $match: condition }, ...spec.pipeline] : spec.pipeline;
      joined = await run(pipeline, { ...scope, namespace: spec.namespace, variables, hint: undefined, nested: true });
      if (key !== undefined) known.set(key, joined);
    }
    const result = { ...document };
    assignAt(result, spec.as, joined);
    results.push(result);
  }
  return results;
};
