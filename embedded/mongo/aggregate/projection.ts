// Inclusion and exclusion of fields, with computed ones: $project, $unset and the projection of find.

import { location } from '../errors.js';
import { compileExpression, type Variables } from '../expressions/compile.js';
import type { Evaluate } from '../expressions/operator.js';
import { isNumber, isTruthy } from '../values/numbers.js';
import { type Document, isDocument, setField, type Value } from '../values/types.js';
import { assignAt } from './assign.js';

/** What becomes of one field: kept, dropped, computed, changed in place, or decided by its own fields. */
export type Leaf =
  | { kind: 'keep' }
  | { kind: 'drop' }
  | { kind: 'compute'; evaluate: Evaluate }
  | { kind: 'change'; change: (value: Value) => Value; including: boolean };
type Branch = { kind: 'branch'; fields: Map<string, Node> };
type Node = Leaf | Branch;

/** Reads special leaves (find's $slice, $elemMatch and `.$`); undefined leaves a value to the general rules. */
export type ReadLeaf = (path: string, value: Value) => { path: string; leaf: Leaf } | undefined;

export type Projection = (document: Document, variables: Variables) => Document;

function addLeaf(root: Branch, path: string, leaf: Leaf): void {
  const names = path.split('.');
  if (names.includes('')) throw location(15998, `a projection path may not have empty parts: ${path}`);
  let branch = root;
  for (const name of names.slice(0, -1)) {
    const next = branch.fields.get(name) ?? { kind: 'branch', fields: new Map() };
    if (next.kind !== 'branch') throw location(31249, `Path collision at ${path}`);
    branch.fields.set(name, next);
    branch = next;
  }
  const last = names.at(-1)!;
  if (branch.fields.has(last)) throw location(31250, `Path collision at ${path}`);
  branch.fields.set(last, leaf);
}

const isFlag = (value: Value): boolean => isNumber(value) || typeof value === 'boolean';
const isNested = (value: Value): value is Document =>
  isDocument(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]!.startsWith('$');

function readFields(root: Branch, specification: Document, prefix: string, readLeaf: ReadLeaf): Leaf[] {
  return Object.entries(specification).flatMap(([name, value]): Leaf[] => {
    const path = prefix + name;
    const special = readLeaf(path, value);
    if (!special && isNested(value)) return readFields(root, value, `${path}.`, readLeaf);
    const flag: Leaf = isTruthy(value) ? { kind: 'keep' } : { kind: 'drop' };
    const leaf = special?.leaf ?? (isFlag(value) ? flag : { kind: 'compute', evaluate: compileExpression(value) });
    addLeaf(root, special?.path ?? path, leaf);
    // `_id` alone may be treated against the rest.
    return path === '_id' && isFlag(value) ? [] : [leaf];
  });
}

function pick(document: Document, branch: Branch, including: boolean): Document {
  const result: Document = {};
  for (const name of Object.keys(document)) {
    const node = branch.fields.get(name);
    const value = applyNode(document[name], node, including);
    if (value !== undefined) setField(result, name, value);
  }
  return result;
}

function applyNode(value: Value, node: Node | undefined, including: boolean): Value {
  if (!node) return including ? undefined : value;
  switch (node.kind) {
    case 'keep':
      return value;
    case 'drop':
      return undefined;
    case 'change':
      return node.change(value);
    case 'compute':
      // Assigned afterwards; an existing field keeps its position only when it is replaced there.
      return undefined;
    default:
      if (Array.isArray(value)) {
        return value.map((element) => applyNode(element, node, including)).filter((element) => element !== undefined);
      }
      return isDocument(value) ? pick(value, node, including) : including ? undefined : value;
  }
}

function computedIn(branch: Branch, prefix: string[]): { path: string[]; evaluate: Evaluate }[] {
  return [...branch.fields].flatMap(([name, node]) => {
    const path = [...prefix, name];
    if (node.kind === 'branch') return computedIn(node, path);
    return node.kind === 'compute' ? [{ path, evaluate: node.evaluate }] : [];
  });
}

/** Compiles a projection. Throws when it mixes inclusion and exclusion. */
export function compileProjection(specification: Document, readLeaf: ReadLeaf = () => undefined): Projection {
  const root: Branch = { kind: 'branch', fields: new Map() };
  const leaves = readFields(root, specification, '', readLeaf);
  const includes = (leaf: Leaf) => leaf.kind === 'keep' || leaf.kind === 'compute';
  const id = root.fields.get('_id');
  const changesIncluding = leaves.some((leaf) => leaf.kind === 'change' && leaf.including);
  const including = leaves.some(includes) || changesIncluding || (leaves.length === 0 && id?.kind === 'keep');
  if (including && leaves.some((leaf) => leaf.kind === 'drop')) {
    throw location(31254, 'Cannot do exclusion on field in inclusion projection');
  }
  if (including && !id) root.fields.set('_id', { kind: 'keep' });
  const computed = computedIn(root, []);
  return (document, variables) => {
    const result = pick(document, root, including);
    for (const { path, evaluate } of computed) assignAt(result, path, evaluate({ root: document, variables }));
    return result;
  };
}
