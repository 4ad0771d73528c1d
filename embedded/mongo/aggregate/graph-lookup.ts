// $graphLookup: follows references within a collection, breadth first.
import { Long } from 'bson';
import { location } from '../errors.js';
import { compileExpression } from '../expressions/compile.js';
import { keyString } from '../values/key-string.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { valuesAt } from '../values/paths.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { assignAt } from './assign.js';
import type { PipelineScope, RunPipeline, Stage } from './stage.js';

const REQUIRED = ['from', 'startWith', 'connectFromField', 'connectToField', 'as'] as const;
const OPTIONAL = new Set(['maxDepth', 'depthField', 'restrictSearchWithMatch']);

function read(argument: Value): Record<(typeof REQUIRED)[number], Value> & Document {
  if (!isDocument(argument)) throw location(40327, 'the $graphLookup specification must be an object');
  for (const name of REQUIRED) {
    if (argument[name] === undefined) throw location(40105, `$graphLookup requires '${name}'`);
    if (name !== 'startWith' && typeof argument[name] !== 'string')
      throw location(40103, `$graphLookup: '${name}' must be a string`);
  }
  const unknown = Object.keys(argument).find(
    (name) => !OPTIONAL.has(name) && !(REQUIRED as readonly string[]).includes(name),
  );
  if (unknown !== undefined) throw location(40104, `Unknown argument to $graphLookup: ${unknown}`);
  return argument as Record<(typeof REQUIRED)[number], Value> & Document;
}

async function follow(start: Value[], spec: Document, scope: PipelineScope, run: RunPipeline): Promise<Document[]> {
  const most = isNumber(spec['maxDepth']) ? toNumber(spec['maxDepth']) : Number.POSITIVE_INFINITY;
  const restrict = isDocument(spec['restrictSearchWithMatch']) ? spec['restrictSearchWithMatch'] : {};
  const namespace = `${scope.context.database}.${String(spec['from'])}`;
  const found = new Map<string, Document>();
  let wanted = start;
  for (let depth = 0; wanted.length > 0 && depth <= most; depth++) {
    const match: Document = { $and: [{ [String(spec['connectToField'])]: { $in: wanted } }, restrict] };
    const next = await run([{ $match: match }], { ...scope, namespace, hint: undefined, nested: true });
    wanted = [];
    for (const document of next) {
      const key = keyString(document['_id']);
      if (found.has(key)) continue;
      const depthField = spec['depthField'];
      found.set(key, typeof depthField === 'string' ? { ...document, [depthField]: Long.fromNumber(depth) } : document);
      const onward = valuesAt(document, String(spec['connectFromField']).split('.')).flat() as Value[];
      wanted.push(...onward.filter((value) => value !== undefined));
    }
  }
  return [...found.values()];
}

export const graphLookup: Stage = async (documents, argument, scope, run) => {
  const spec = read(argument);
  const startOf = compileExpression(spec.startWith);
  const results: Document[] = [];
  for (const document of documents) {
    const start = startOf({ root: document, variables: scope.variables });
    const values = Array.isArray(start) ? start : start === undefined ? [] : [start];
    const result = { ...document };
    assignAt(result, String(spec.as).split('.'), await follow(values, spec, scope, run));
    results.push(result);
  }
  return results;
};
