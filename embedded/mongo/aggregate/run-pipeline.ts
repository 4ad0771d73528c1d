// Runs aggregation pipelines. The $match, $sort, $skip and $limit that lead a pipeline go to the planner, so they use
// indexes; every other stage works on a list of documents. A stage that is not in the table is refused by name.

import { type ReadRequest, readDocuments } from '../commands/read-documents.js';
import { CommandError, location, unsupported } from '../errors.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { documentStages } from './document-stages.js';
import { facet } from './facet.js';
import { graphLookup } from './graph-lookup.js';
import { bucket, group, sortByCount } from './group.js';
import { inspectionStages } from './inspect.js';
import { lookup } from './lookup.js';
import { count, documentsStage, limit, match, sample, skip, sort } from './select.js';
import type { PipelineScope, RunPipeline, Stage, StageTable } from './stage.js';
import { unionWith } from './union-with.js';
import { unwind } from './unwind.js';
import { merge, out } from './write-out.js';

const perDocument = (name: string): Stage => {
  const build = documentStages[name]!;
  return (documents, argument, { variables }) => {
    const change = build(argument);
    return documents.map((document) => change(document, variables));
  };
};

const STAGES: StageTable = {
  ...Object.fromEntries(Object.keys(documentStages).map((name) => [name, perDocument(name)])),
  ...inspectionStages,
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: count,
  $sample: sample,
  $documents: documentsStage,
  $unwind: unwind,
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $facet: facet,
  $lookup: lookup,
  $graphLookup: graphLookup,
  $unionWith: unionWith,
  $out: out,
  $merge: merge,
};

/** Stages of MongoDB that this server does not have. */
const REFUSED = new Set([
  '$bucketAuto',
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$currentOp',
  '$densify',
  '$fill',
  '$geoNear',
  '$listLocalSessions',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$listSessions',
  '$planCacheStats',
  '$redact',
  '$search',
  '$searchMeta',
  '$setWindowFields',
  '$shardedDataDistribution',
  '$vectorSearch',
]);

function nameOf(stage: Document): string {
  const names = Object.keys(stage);
  if (names.length !== 1)
    throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
  return names[0]!;
}

/** Refuses unknown stages, and those that may only stand at one end, before any document is read. */
function check(pipeline: Document[], scope: PipelineScope): void {
  for (const [position, stage] of pipeline.entries()) {
    const name = nameOf(stage);
    if (REFUSED.has(name)) throw unsupported(`the aggregation stage ${name}`);
    if (!Object.hasOwn(STAGES, name)) throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
    if (name !== '$out' && name !== '$merge') continue;
    if (scope.nested) throw location(51047, `${name} is not allowed within this pipeline`);
    if (position !== pipeline.length - 1) throw location(40601, `${name} can only be the final stage in the pipeline`);
    if (scope.context.transaction) throw unsupported(`${name} in a transaction`);
  }
}

const whole = (value: Value): number | undefined =>
  isNumber(value) && Number.isInteger(toNumber(value)) && toNumber(value) > 0 ? toNumber(value) : undefined;

/** The leading stages as one read, and how many stages that was. */
function leadingRead(pipeline: Document[]): { request: ReadRequest; taken: number } {
  let taken = 0;
  const take = (name: string): Value => {
    const stage = pipeline[taken];
    if (!stage || !(name in stage)) return undefined;
    taken += 1;
    return stage[name];
  };
  const filters: Document[] = [];
  for (;;) {
    const argument = take('$match');
    if (argument === undefined) break;
    if (!isDocument(argument)) throw location(15959, 'the match filter must be an expression in an object');
    filters.push(argument);
  }
  const filter = filters.length === 1 ? filters[0]! : filters.length === 0 ? {} : { $and: filters };
  const order = pipeline[taken]?.['$sort'];
  const sorted = isDocument(order) && Object.keys(order).length > 0 ? order : undefined;
  if (sorted) taken += 1;
  const skipped = whole(pipeline[taken]?.['$skip']);
  if (skipped !== undefined) taken += 1;
  const limited = whole(pipeline[taken]?.['$limit']);
  if (limited !== undefined) taken += 1;
  return { request: { filter, sort: sorted, skip: skipped, limit: limited }, taken };
}

const readsCollection = (pipeline: Document[]): boolean => {
  const [first] = pipeline;
  return !first || !['$documents', '$collStats', '$indexStats'].includes(nameOf(first));
};

export const runPipeline: RunPipeline = async (pipeline, scope, input) => {
  check(pipeline, scope);
  let documents: Document[] = input ?? [];
  let position = 0;
  if (!input && readsCollection(pipeline)) {
    if (scope.namespace === null) throw new CommandError(73, 'InvalidNamespace', 'this pipeline needs a collection');
    const { store, transaction } = scope.context;
    const { request, taken } = leadingRead(pipeline);
    const read = { ...request, variables: scope.variables, hint: scope.hint };
    documents = readDocuments(store.collections.get(scope.namespace), read, transaction).map(
      (stored) => stored.document,
    );
    position = taken;
  }
  for (const stage of pipeline.slice(position)) {
    const name = nameOf(stage);
    documents = await STAGES[name]!(documents, stage[name], scope, runPipeline);
  }
  return documents;
};
