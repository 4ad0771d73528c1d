// Applies an update to a copy of a document: operators, a replacement, or a pipeline.

import { runDocumentStages } from '../aggregate/document-stages.js';
import { CommandError, failedToParse, unsupported } from '../errors.js';
import { equalValues } from '../values/order.js';
import { show } from '../values/show.js';
import { typeName } from '../values/type-names.js';
import { cloneValue, type Document, isDocument, setField, type Value } from '../values/types.js';
import { arrayUpdateOperators } from './arrays.js';
import { checkArrayFilters, expandPath } from './expand-path.js';
import { fieldOperators } from './fields.js';
import { numberOperators } from './numbers.js';
import type { UpdateContext, UpdateTable } from './operator.js';

const OPERATORS: UpdateTable = { ...fieldOperators, ...numberOperators, ...arrayUpdateOperators };

const PIPELINE_STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

export const isReplacement = (update: Value): boolean =>
  isDocument(update) && !(Object.keys(update)[0] ?? '').startsWith('$');

const conflict = (path: string): CommandError =>
  new CommandError(
    40,
    'ConflictingUpdateOperators',
    `Updating the path '${path}' would create a conflict at '${path}'`,
  );

const immutableId = (): CommandError =>
  new CommandError(
    66,
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );

interface Change {
  operator: string;
  path: string;
  argument: Value;
}

/** The changes an update document asks for. Throws on unknown operators and on paths that overlap. */
function readChanges(update: Document): Change[] {
  const changes: Change[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (!Object.hasOwn(OPERATORS, operator)) {
      throw failedToParse(`Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update`);
    }
    if (!isDocument(fields)) {
      throw failedToParse(`Modifiers operate on fields but we found type ${typeName(fields)} instead, for ${operator}`);
    }
    for (const [path, argument] of Object.entries(fields)) {
      if (path.split('.').includes('')) {
        throw new CommandError(56, 'EmptyFieldName', `The update path '${path}' contains an empty field name`);
      }
      changes.push({ operator, path, argument });
    }
  }
  const paths = changes.flatMap(({ operator, path, argument }) =>
    operator === '$rename' && typeof argument === 'string' ? [path, argument] : [path],
  );
  const sorted = paths.map((path) => `${path}.`).sort();
  for (let i = 1; i < sorted.length; i++)
    if (sorted[i]!.startsWith(sorted[i - 1]!)) throw conflict(sorted[i]!.slice(0, -1));
  return changes;
}

/** _id first, as MongoDB stores it; kept from the original when the update does not name it. */
export function withIdFirst(document: Document, original: Document): Document {
  const id = document['_id'] ?? original['_id'];
  const ordered: Document = {};
  if (id !== undefined) ordered['_id'] = id;
  for (const name of Object.keys(document)) if (name !== '_id') setField(ordered, name, document[name]);
  return ordered;
}

function runPipeline(document: Document, stages: Value[], context: UpdateContext): Document {
  const checked = stages.map((stage) => {
    const name = isDocument(stage) && Object.keys(stage).length === 1 ? Object.keys(stage)[0]! : undefined;
    if (name === undefined || !PIPELINE_STAGES.has(name)) {
      throw new CommandError(72, 'InvalidOptions', `${name ?? show(stage)} is not allowed to be used within an update`);
    }
    return stage as Document;
  });
  return runDocumentStages(document, checked, context.variables);
}

function runOperators(original: Document, update: Document, context: UpdateContext): Document {
  const document = cloneValue(original);
  const changes = readChanges(update);
  checkArrayFilters(
    context.arrayFilters,
    changes.map((change) => change.path),
  );
  for (const { operator, path, argument } of changes) {
    if (operator === '$setOnInsert' && !context.inserting) continue;
    for (const place of expandPath(document, original, path.split('.'), context)) {
      OPERATORS[operator]!(document, place, argument, context);
    }
  }
  return document;
}

/** The updated document; `original` is not changed. Throws when `_id` would change, and on anything malformed. */
export function applyUpdate(original: Document, update: Value, context: UpdateContext): Document {
  let updated: Document;
  if (Array.isArray(update)) updated = runPipeline(original, update, context);
  else if (!isDocument(update)) throw failedToParse('an update must be a document or a pipeline');
  else if (isReplacement(update)) {
    const operator = Object.keys(update).find((name) => name.startsWith('$'));
    if (operator !== undefined) throw unsupported(`the field name ${operator} in a replacement document`);
    updated = { ...update };
  } else updated = runOperators(original, update, context);
  const id = original['_id'];
  if (id !== undefined && updated['_id'] !== undefined && !equalValues(updated['_id'], id)) throw immutableId();
  return withIdFirst(updated, original);
}
