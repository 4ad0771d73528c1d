// Stages that work on one document at a time: $addFields, $set, $unset, $project, $replaceRoot, $replaceWith.

import { Int32 } from 'bson';
import { location } from '../errors.js';
import { compileExpression, type Variables } from '../expressions/compile.js';
import type { Evaluate } from '../expressions/operator.js';
import { type Document, fieldOf, isDocument, type Value } from '../values/types.js';
import { assignAt } from './assign.js';
import { compileProjection } from './projection.js';

export type DocumentStage = (document: Document, variables: Variables) => Document;

const isExpression = (value: Value): boolean =>
  !isDocument(value) || Object.keys(value).length === 0 || Object.keys(value)[0]!.startsWith('$');

function readAssignments(fields: Document, prefix: string[]): { path: string[]; evaluate: Evaluate }[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const path = [...prefix, ...name.split('.')];
    // Nested documents assign their fields one by one, beside what is there.
    if (!isExpression(value)) return readAssignments(value as Document, path);
    return [{ path, evaluate: compileExpression(value) }];
  });
}

function addFields(argument: Value): DocumentStage {
  if (!isDocument(argument)) throw location(40272, '$addFields specification stage must be an object');
  const assignments = readAssignments(argument, []);
  return (document, variables) => {
    const result = { ...document };
    for (const { path, evaluate } of assignments) assignAt(result, path, evaluate({ root: document, variables }));
    return result;
  };
}

function unset(argument: Value): DocumentStage {
  const names = Array.isArray(argument) ? argument : [argument];
  const fields: Document = {};
  for (const name of names) {
    if (typeof name !== 'string' || name === '') throw location(31120, '$unset needs a field name or a list of them');
    fields[name] = new Int32(0);
  }
  return compileProjection(fields);
}

function project(argument: Value): DocumentStage {
  if (!isDocument(argument) || Object.keys(argument).length === 0) {
    throw location(51272, '$project needs an object with at least one field');
  }
  return compileProjection(argument);
}

function replaceWith(argument: Value): DocumentStage {
  const evaluate = compileExpression(argument);
  return (document, variables) => {
    const result = evaluate({ root: document, variables });
    if (!isDocument(result)) throw location(40228, "'newRoot' expression must evaluate to an object");
    return result;
  };
}

function replaceRoot(argument: Value): DocumentStage {
  if (!isDocument(argument) || fieldOf(argument, 'newRoot') === undefined) {
    throw location(40231, 'no newRoot specified for the $replaceRoot stage');
  }
  return replaceWith(argument['newRoot']);
}

export const documentStages: Readonly<Record<string, (argument: Value) => DocumentStage>> = {
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $project: project,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
};

/** Runs checked stages over one document: the pipeline form of an update. */
export function runDocumentStages(document: Document, stages: Document[], variables: Variables): Document {
  return stages.reduce((current, stage) => {
    const name = Object.keys(stage)[0]!;
    return documentStages[name]!(stage[name])(current, variables);
  }, document);
}
